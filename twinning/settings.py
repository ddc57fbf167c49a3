"""Settings of the site, read from the environment and from a `.env` file beside `manage.py`.

Every variable is described in docs/operators.md. A value that can't be read stops the start with
its name and what is wrong with it; outside DEBUG nothing secret or insecure has a default.
"""

import logging
from pathlib import Path

import django_stubs_ext
from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _
from environs import Env, validate

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent

env = Env()
env.read_env(str(BASE_DIR / ".env"), recurse=False)

# --- What kind of installation this is -------------------------------------------------------

DEBUG = env.bool("DEBUG", False)
HTTPS = env.bool("HTTPS", not DEBUG)
if DEBUG:
    SECRET_KEY = env.str("SECRET_KEY", "for-trying-it-out-on-this-machine-only")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
else:
    SECRET_KEY = env.str("SECRET_KEY", validate=validate.Length(min=50))
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", validate=validate.Length(min=1))
BEHIND_PROXY = env.bool("BEHIND_PROXY", False)
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

# --- Apps, from the roof down ------------------------------------------------------------------

INSTALLED_APPS = [
    "modeltranslation",  # first: what follows finds the columns of all languages in place
    "twinning.site.apps.SiteConfig",
    "events.apps.EventsConfig",
    "partners.apps.PartnersConfig",
    "twinning.translation.apps.TranslationConfig",
    "twinning.publishing.apps.PublishingConfig",
    "twinning.search.apps.SearchConfig",
    "twinning.media.apps.MediaConfig",
    "twinning.accounts.apps.AccountsConfig",
    "twinning.dates.apps.DatesConfig",
    "twinning.site.apps.TwinningAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "csp",
    "django_prose_editor",
    "reversion",
    "pictures",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "twinning.translation.middleware.changed_texts",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "twinning.accounts.middleware.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "twinning.site.former.FormerAddresses",
]

ROOT_URLCONF = "twinning.urls"
WSGI_APPLICATION = "twinning.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "twinning.site.context.page_frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "twinning.dates.templatetags.historical_dates",
                "twinning.translation.templatetags.translated",
            ],
        },
    }
]

# --- Data ------------------------------------------------------------------------------------

DATABASES = {
    "default": env.dj_db_url("DATABASE_URL", f"sqlite:///{BASE_DIR / 'var' / 'twinning.sqlite3'}")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # WAL lets residents read while staff write; immediate transactions make a second writer wait
    # its turn at the start rather than fail half-way.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# The limits of sign-in count in it, so all workers must share it: outside DEBUG a table by default.
CACHES = {
    "default": env.dj_cache_url("CACHE_URL", "locmem://" if DEBUG else "db://accounts_sharedvalue")
}

# --- Signing in --------------------------------------------------------------------------------

AUTH_USER_MODEL = "publishing.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
PASSWORD_RESET_TIMEOUT = 24 * 3600
# Publishers and whoever manages accounts reach the admin only with a second factor.
REQUIRE_MFA = env.bool("REQUIRE_MFA", not DEBUG)
INVITATION_DAYS = 7

ACCOUNT_ADAPTER = "twinning.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses come from an administrator or an invitation
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105 — a class
ACCOUNT_FORMS = {
    name: f"twinning.accounts.forms.{form}"
    for name, form in (
        ("login", "SignInForm"),
        ("change_password", "ChangePasswordForm"),
        ("reset_password", "ResetPasswordForm"),
        ("reset_password_from_key", "NewPasswordForm"),
        ("reauthenticate", "ConfirmPasswordForm"),
    )
}
ACCOUNT_RATE_LIMITS = {"booklet": env.str("BOOKLET_RATE", "12/h/ip")}  # beside allauth's own
MFA_ADAPTER = "twinning.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG  # passkeys on http://localhost
MFA_FORMS = {
    name: f"twinning.accounts.forms.{form}"
    for name, form in (
        ("authenticate", "CodeForm"),
        ("reauthenticate", "ConfirmCodeForm"),
        ("activate_totp", "ActivateTotpForm"),
        ("add_webauthn", "AddPasskeyForm"),
        ("edit_webauthn", "RenamePasskeyForm"),
    )
}
# Behind a proxy every request comes from its address; who asked stands in X-Forwarded-For.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_PROXY else 0

# --- E-mail ----------------------------------------------------------------------------------

_email = env.dj_email_url("EMAIL_URL", "console://" if DEBUG else "smtp://localhost:25")
if "EMAIL_BACKEND" not in _email:
    raise ImproperlyConfigured('Environment variable "EMAIL_URL" begins with no known scheme.')
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _email["EMAIL_HOST"], _email["EMAIL_PORT"]
EMAIL_HOST_USER = _email["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _email["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = _email["EMAIL_USE_TLS"], _email["EMAIL_USE_SSL"]
EMAIL_FILE_PATH = _email["EMAIL_FILE_PATH"]
EMAIL_TIMEOUT = _email["EMAIL_TIMEOUT"] or 10  # nobody waits longer for a page
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", "webmaster@localhost")
SERVER_EMAIL = env.str("SERVER_EMAIL", DEFAULT_FROM_EMAIL)

# --- Languages and time ----------------------------------------------------------------------

# Polish is the source language; each further one is a translation of it. A new language is an
# entry here, a folder in locale/ and `makemigrations`.
LANGUAGE_CODE = "pl"
LANGUAGES = [("pl", _("Polish")), ("en", _("English"))]
MODELTRANSLATION_DEFAULT_LANGUAGE = "pl"
MODELTRANSLATION_FALLBACK_LANGUAGES = ("pl",)
MODELTRANSLATION_CUSTOM_FIELDS = ("RichTextField",)
LOCALE_PATHS = [BASE_DIR / "locale"]
# How long a process may show a text of the interface as it was before a translator changed it.
CATALOGUE_CHECK_SECONDS = env.int("CATALOGUE_CHECK_SECONDS", 3, validate=validate.Range(min=0))
# How long a process may show a page's frame (who runs the site, links of the footer) as it was
# before another process changed it; 0 is right where there is one process alone.
FRAME_CHECK_SECONDS = env.int("FRAME_CHECK_SECONDS", 3, validate=validate.Range(min=0))
TIME_ZONE = "Europe/Warsaw"
USE_TZ = True

# --- Files -----------------------------------------------------------------------------------

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = env.path("STATIC_ROOT", BASE_DIR / "var" / "static")
MEDIA_URL = "media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", BASE_DIR / "var" / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "booklets": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": env.path("BOOKLET_ROOT", BASE_DIR / "var" / "booklets")},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000  # an event with many inlines has far more than 1,000 fields
PICTURES = {
    "BREAKPOINTS": {"phone": 480, "tablet": 800, "desktop": 1200},
    "GRID_COLUMNS": 6,  # every 200 pixels of width, and their doubles
    "CONTAINER_WIDTH": 1200,
    "FILE_TYPES": ["AVIF", "WEBP", "JPEG"],
    "PIXEL_DENSITIES": [1, 2],
    "USE_PLACEHOLDERS": False,
    "QUEUE_NAME": "pictures",
    "PICTURE_CLASS": "twinning.media.rendering.Rendition",
    "PROCESSOR": "twinning.media.rendering.render",
}
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# --- Booklets --------------------------------------------------------------------------------

# How many are made at once, each in a process of its own; with 0 the site starts none.
BOOKLET_PROCESSES = env.int("BOOKLET_PROCESSES", 1, validate=validate.Range(min=0))
BOOKLET_QUEUE = env.int("BOOKLET_QUEUE", 20, validate=validate.Range(min=1))
BOOKLETS_KEPT = env.int("BOOKLETS_KEPT", 100, validate=validate.Range(min=1))
BOOKLET_ENTRIES = 1500  # at most, one in two languages counted twice: what 1 GB of memory can set

# --- Security --------------------------------------------------------------------------------

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "twinning.accounts.resending.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

# --- The city's own words --------------------------------------------------------------------

# Begins the names of records in feeds and calendars (RFC 4151); chosen once, whatever the host, so
# that nobody takes over another city's unawares.
TAG_AUTHORITY = env.str(
    "TAG_AUTHORITY",
    *(["katowice.eu,2026"] if DEBUG else []),
    validate=validate.Regexp(r"[a-z0-9]([a-z0-9.@_-]*[a-z0-9])?,[0-9]{4}(-[0-9]{2}){0,2}\Z"),
)

# --- Logging ---------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env.log_level("LOG_LEVEL", logging.WARNING)},
}
