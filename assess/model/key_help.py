"""What the keys of a questionnaire mean, for editors that show it beside what is typed."""

from __future__ import annotations

from typing import Final

from assess.language.messages import N_

KEYS: Final = {
    "Questionnaire": {
        "id": N_("A slug that never changes; also the name of the file or folder."),
        "version": N_("Three numbers: meaning, wording or additions, typography."),
        "title": N_("What it is called."),
        "language": N_("The language of its texts, such as en."),
        "purpose": N_("What it finds out."),
        "intro": N_("Opens the interview: how to choose a level."),
        "minutes": N_("How long the interview takes."),
        "scale": N_("The options, lowest first; values rise."),
        "special_answers": N_("What `don't know` and `not applicable` are called."),
        "roles": N_("Who may be asked: id and description."),
        "target": N_("The level to aim for, unless an assessment sets another."),
        "evidence": N_("From which level an answer without evidence counts as less."),
        "thresholds": N_("From when a dimension and the whole are rated."),
        "priorities": N_("The factors of the order of actions."),
        "words": N_("Phrases in braces, and what becomes of them for patients or guests."),
        "companions": N_("Questionnaires that may come beside this one."),
        "dimensions": N_("The dimensions, or the names of their files."),
        "limits": N_("What caps a level."),
        "patterns": N_("Named failures with their triggers."),
        "strengths": N_("What works and is worth keeping."),
        "rules": N_("How results are computed, in words."),
    },
    "Dimension": {
        "id": N_("A slug that never changes."),
        "title": N_("What it is called."),
        "purpose": N_("What it is about, in one sentence."),
        "weight": N_("How much it counts, relative to its neighbours."),
        "required_for_overall": N_("Without a level here there is no overall level."),
        "facts": N_("Ids of facts in the sources."),
        "sections": N_("Parts with a score of their own."),
        "questions": N_("The questions, in the order they are asked."),
    },
    "Question": {
        "id": N_("A slug that never changes: it joins the answers of different years."),
        "title": N_("A few words for lists and charts."),
        "weight": N_("How much it counts, relative to its neighbours."),
        "section": N_("The section it belongs to."),
        "express": N_("Asked in the short interview too."),
        "required_for_overall": N_("Without a level here there is no overall level."),
        "not_applicable": N_("Whether `not applicable` is accepted."),
        "reversed": N_("The lowest option is the best."),
        "beside": N_("Questions of other questionnaires that ask for the same thing."),
        "question": N_("One question: open, observable, short."),
        "levels": N_("A state for every option that an outsider could verify."),
        "evidence": N_("What could be shown."),
        "ask": N_("Roles that can answer."),
        "why": N_("Why it matters, in one or two sentences."),
        "facts": N_("Ids of facts in the sources."),
        "actions": N_("What to do at which level."),
    },
    "Action": {
        "id": N_("The question's id, a band and a number: hiring-profile.low.1."),
        "from_levels": N_("Levels at which it is proposed."),
        "action": N_("What to do, beginning with a verb."),
        "effort": N_("S, M or L."),
        "impact": N_("1 (little) to 5 (much)."),
        "owner": N_("Who carries it."),
        "horizon_days": N_("Within how many days."),
        "depends_on": N_("Dimensions that come first."),
    },
    "Limit": {
        "caps": N_("What it caps: a dimension, DIMENSION/SECTION, or overall."),
        "when": N_("When it applies; always, without a condition."),
        "at": N_("Where the cap lies: a level, or the level of something else."),
        "say": N_("Why, for the reader."),
    },
    "Pattern": {
        "name": N_("What it is called."),
        "severity": N_("How bad it is."),
        "description": N_("What happens there."),
        "when": N_("The condition under which it is seen."),
        "plain": N_("The condition in words."),
        "consequence": N_("What it leads to."),
        "remedy": N_("The id of the action to take first."),
        "check": N_("How to make sure that it is so."),
        "discredits": N_("What may not be called a strength while it is seen."),
    },
}
"""By the name of the model and the key."""
