"""What the usual roles of people in an interview are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assess.language.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

ROLES = {
    "assessor": N_("assessor"),
    "executive": N_("executive"),
    "manager": N_("manager"),
    "frontline": N_("frontline"),
    "peer": N_("peer department"),
}
"""Roles by id; a questionnaire may have others, which are called by their id."""


def role_name(role: str) -> str:
    """Return what *role* is called in the spoken language."""
    return _(ROLES[role]) if role in ROLES else role


def role_in_words(role: str, own: Mapping[str, str]) -> str:
    """Return what *role* is called; one of the questionnaire's *own* by its description."""
    return role_name(role) if role in ROLES else own.get(role, role)
