"""The plan as a calendar (RFC 5545): each action that is not settled on the day it is due."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar, Event

from assess.language.messages import _
from assess.report.characters import clean, on_one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assess.model.planned import PlannedAction
    from assess.report.plans import Sheet

AHEAD = dt.timedelta(days=-7)
"""When the calendar reminds of an action: a week before."""


def render(plan: Sequence[PlannedAction], sheet: Sheet) -> bytes:
    """Return a calendar; an action without a day has no place in it."""
    calendar = Calendar()
    calendar.add("prodid", "-//assess//plan//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", on_one_line(sheet.title))
    for one in plan:
        if one.due is not None and not one.is_settled:
            calendar.add_component(_event(one, one.due, sheet))
    content: bytes = calendar.to_ical()
    return content


def _event(one: PlannedAction, due: dt.date, sheet: Sheet) -> Event:
    event = Event()
    event.add("uid", f"{one.id}.{one.agreed}.{sheet.organisation}.{sheet.unit}".replace("\n", " "))
    event.add("dtstamp", dt.datetime.combine(sheet.day, dt.time(), dt.UTC))
    event.add("dtstart", due)
    event.add("dtend", due + dt.timedelta(days=1))
    event.add("summary", on_one_line(one.action))
    event.add("description", clean("\n".join(filter(None, (one.owner, sheet.title, one.note)))))
    event.add("transp", "TRANSPARENT")
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("trigger", AHEAD)
    reminder.add("description", _("Due in a week: {action}", action=on_one_line(one.action)))
    event.add_component(reminder)
    return event
