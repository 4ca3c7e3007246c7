"""Arms deals: which arms pass, may pass or will not pass from whom to whom."""

from __future__ import annotations

from dipevents.events.arms_deal.arms_deals import find_arms_deals

__all__ = ["find_arms_deals"]
