"""What the site as a whole has to remember, and the pages that the law asks of it."""

from twinning.site.models.accessibility import AccessibilityReview, ReviewDuty, review_duty
from twinning.site.models.declaration import Declaration
from twinning.site.models.delivery import Delivery
from twinning.site.models.funding import FundingLogo, FundingNotice
from twinning.site.models.privacy import PrivacyNotice
from twinning.site.models.reuse import ReuseNotice
from twinning.site.models.whole import Whole

__all__ = [
    "AccessibilityReview",
    "Declaration",
    "Delivery",
    "FundingLogo",
    "FundingNotice",
    "PrivacyNotice",
    "ReuseNotice",
    "ReviewDuty",
    "Whole",
    "review_duty",
]
