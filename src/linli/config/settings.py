"""Every setting, read from the environment in one place. `linli check` says what is unfit for production."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from linli.config.database import database, embedded, own_server
from linli.config.logs import logs
from linli.config.mail import mail
from linli.config.secrets import secret
from linli.config.stand_ins import stand_ins

HOME = Path(os.environ.get("LINLI_HOME") or "var").absolute()
"""All state of this deployment: database, keys, files, logs."""

DEBUG = os.environ.get("LINLI_DEBUG") == "1"
DEMO = os.environ.get("LINLI_DEMO") == "1"
SECRET_KEY = secret(HOME, "django")
ALLOWED_HOSTS = os.environ.get("LINLI_HOSTS", "127.0.0.1,localhost,[::1],testserver").split(",")
BASE_URL = os.environ.get("LINLI_BASE_URL", "http://127.0.0.1:8000")
SECURE = BASE_URL.startswith("https://")

RULE_PACKS = os.environ.get("LINLI_RULES", "cn,beijing").split(",")
"""Rule packs in force, the most general first; a later one overrides an earlier one key by key."""

KEYS = Path(os.environ.get("LINLI_KEYS", HOME / "keys"))
"""The vault's master keys; never inside a database backup."""

VAULT_CIPHER = os.environ.get("LINLI_VAULT_CIPHER", "aes-256-gcm")
"""What new personal values are sealed with: aes-256-gcm or sm4-gcm; each value remembers its own."""

VAULT_INDEX = os.environ.get("LINLI_VAULT_INDEX", "hmac-sha256")
"""The digest by which sealed values are found again: hmac-sha256 or hmac-sm3."""

FILES = HOME / "files"

RECORD = os.environ.get("LINLI_RECORD", str(HOME / "record"))
"""Where the public record's logs are published: a folder, or an object store's address (`s3://bucket/record`)."""

RECORD_KEYS = KEYS / "record"
"""The logs' signing keys."""

RECORD_ORIGIN = os.environ.get("LINLI_RECORD_ORIGIN", f"{BASE_URL.partition('://')[2].strip('/')}/log")
"""What every log's name begins with; it is signed, and stays with a log once opened."""

RECORD_PROMISE = int(os.environ.get("LINLI_RECORD_PROMISE", "86400"))
"""Seconds within which the record promises to hold what was done: longer than any outage that one must expect."""

RECORD_WITNESSES = Path(os.environ.get("LINLI_RECORD_WITNESSES", HOME / "witnesses.policy"))
"""Who is asked to vouch for the logs, and how many must: a tlog-policy file, or none."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "procrastinate.contrib.django",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "csp",
    "linli.kernel.jobs",
    "linli.kernel.record",
    "linli.kernel.vault",
    "linli.kernel.events",
    "linli.domains.places",
    "linli.domains.people",
    "linli.domains.people.absences",
    "linli.domains.people.signin",
    "linli.domains.people.signin.workapps",
    "linli.domains.people.tokens",
    "linli.domains.holdings",
    "linli.domains.delivery",
    "linli.domains.delivery.wechat",
    "linli.domains.delivery.reach",
    "linli.domains.matters",
    "linli.domains.requests",
    "linli.domains.requests.blanks",
    "linli.domains.requests.figures",
    "linli.domains.requests.importing",
    "linli.domains.requests.letterbox",
    "linli.domains.requests.routing",
    "linli.domains.requests.wording",
    "linli.domains.requests.hotline",
    "linli.domains.requests.talking",
    "linli.domains.notices",
    "linli.domains.insight",
    "linli.design",
    "linli.portal",
    "linli.portal.signin",
    "linli.office",
    "linli.office.signin",
    "linli.api",
]

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
"""Jobs are declared in an app's `jobs.py`."""

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "linli.api.log.plain.PlainMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "linli.domains.people.signin.middleware.ActorMiddleware",
    "linli.design.refusals.RefusalMiddleware",
]

ROOT_URLCONF = "linli.config.urls"
WSGI_APPLICATION = "linli.config.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", ["django.template.loaders.app_directories.Loader"])],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.messages.context_processors.messages",
                "linli.portal.frame.frame",
                "linli.office.frame.frame",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "linli.design.templatetags.linli",
            ],
        },
    }
]

DATABASES = {"default": database(HOME)}
EMBEDDED = None if own_server() else embedded(HOME)
"""The server that the command line starts when no other is named."""

FILE_UPLOAD_HANDLERS = [
    "linli.domains.matters.attachments.receiving.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
"""Nobody fills memory or disk: what is larger than any rule allows is dropped as it arrives."""

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.Account"

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
if (STATIC_ROOT / "staticfiles.json").exists():  # laid out by `linli serve`: hashed, joined, compressed
    STORAGES["staticfiles"]["BACKEND"] = "linli.design.storage.StaticFiles"

SESSION_ENGINE = "linli.domains.people.signin.sessions"
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "linli.design.refusals.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
"""Nothing from elsewhere, nothing inline: an injected tag does nothing."""

PASSWORD_HASHERS = ["linli.domains.people.signin.hasher.Argon2"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SIGNIN_KEY = secret(HOME, "signin")
"""What sign-in codes, limits and authenticator apps are derived from or sealed with; never in the database."""

SIGNIN_ISSUER = os.environ.get("LINLI_NAME", "邻里 Linli")
"""How this deployment is called in authenticator apps and passkeys."""

TRUSTED_PROXIES = int(os.environ.get("LINLI_PROXIES", "0"))
"""How many proxies of our own stand before the web server; 0: the address of the connection is the client's."""

SMS_URL = os.environ.get("LINLI_SMS_URL", f"{BASE_URL}/demo/sms-gateway" if DEMO else "")
"""Tencent Cloud SMS (https://sms.tencentcloudapi.com), or the demo's stand-in for it; empty: no text messages."""

SMS_KEY = os.environ.get("LINLI_SMS_KEY", "AKIDdemo" if DEMO else "")
SMS_SECRET = os.environ.get("LINLI_SMS_SECRET") or (secret(HOME, "demo-sms") if DEMO else "")
SMS_APP = os.environ.get("LINLI_SMS_APP", "1400000000" if DEMO else "")
SMS_SIGN = os.environ.get("LINLI_SMS_SIGN", "邻里" if DEMO else "")
SMS_REGION = os.environ.get("LINLI_SMS_REGION", "ap-guangzhou")
SMS_TEMPLATES: dict[str, str] = json.loads(os.environ.get("LINLI_SMS_TEMPLATES", "{}"))
"""The gateway's number for each approved text: {"signin.code.zh": "1000001", …}."""

HOTLINE_URL = os.environ.get("LINLI_HOTLINE_URL", "")
"""The city hotline's (12345) address, without a slash at its end; empty: nothing is fetched there and nothing told."""

HOTLINE_KEY = os.environ.get("LINLI_HOTLINE_KEY", "")
HOTLINE_SECRET = os.environ.get("LINLI_HOTLINE_SECRET", "")
"""What both sides sign with; without it no order is taken in."""

HOTLINE_PLACE = os.environ.get("LINLI_HOTLINE_PLACE", "")
"""Name or division code of the place that orders belong to where they name none of ours."""

HOTLINE_WIRE = os.environ.get("LINLI_HOTLINE_WIRE", "")
"""The file that says how this city writes; empty: `wires/standard.toml`."""

WECHAT_URL = os.environ.get("LINLI_WECHAT_URL", "https://api.weixin.qq.com")
WECHAT_APP = os.environ.get("LINLI_WECHAT_APP", "")
WECHAT_SECRET = os.environ.get("LINLI_WECHAT_SECRET", "")
"""The official account; without its secret nothing is sent to WeChat."""

WECHAT_TOKEN = os.environ.get("LINLI_WECHAT_TOKEN", "")
WECHAT_AES_KEY = os.environ.get("LINLI_WECHAT_AES_KEY", "")
"""What callbacks are signed and sealed with; without the token none is taken, with the key none in clear."""

WECHAT_TEMPLATE = os.environ.get("LINLI_WECHAT_TEMPLATE", "")
"""The account's number of the approved template for news."""

WECOM_URL = os.environ.get("LINLI_WECOM_URL", "https://qyapi.weixin.qq.com")
WECOM_CORP = os.environ.get("LINLI_WECOM_CORP", "")
WECOM_AGENT = os.environ.get("LINLI_WECOM_AGENT", "")
WECOM_SECRET = os.environ.get("LINLI_WECOM_SECRET", "")
"""The organisation's app in WeCom; without its secret nobody signs in from there."""

DINGTALK_URL = os.environ.get("LINLI_DINGTALK_URL", "https://api.dingtalk.com")
DINGTALK_KEY = os.environ.get("LINLI_DINGTALK_KEY", "")
DINGTALK_SECRET = os.environ.get("LINLI_DINGTALK_SECRET", "")
"""The organisation's app in DingTalk; the same."""

ZHEZHENGDING_URL = os.environ.get("LINLI_ZHEZHENGDING_URL", "https://openplatform-pro.ding.zj.gov.cn")
ZHEZHENGDING_LOGIN = os.environ.get("LINLI_ZHEZHENGDING_LOGIN", "https://login-pro.ding.zj.gov.cn")
ZHEZHENGDING_APP = os.environ.get("LINLI_ZHEZHENGDING_APP", "")
ZHEZHENGDING_KEY = os.environ.get("LINLI_ZHEZHENGDING_KEY", "")
ZHEZHENGDING_SECRET = os.environ.get("LINLI_ZHEZHENGDING_SECRET", "")
"""The unit's app for signing in by a scanned code in 浙政钉; the same."""

ZHEZHENGDING_JSAPI = os.environ.get("LINLI_ZHEZHENGDING_JSAPI", "")
"""The app's own script, for signing in within it; empty: nobody does."""

ZHEZHENGDING_INSIDE_KEY = os.environ.get("LINLI_ZHEZHENGDING_INSIDE_KEY", "")
ZHEZHENGDING_INSIDE_SECRET = os.environ.get("LINLI_ZHEZHENGDING_INSIDE_SECRET", "")
"""The app opened there, where it is another than the one for scanning."""

if DEMO:
    globals().update({name: os.environ.get(f"LINLI_{name}") or own for name, own in stand_ins(HOME, BASE_URL).items()})

globals().update(mail(os.environ.get("LINLI_SMTP_URL", ""), demo=DEMO))
DEFAULT_FROM_EMAIL = os.environ.get("LINLI_MAIL_FROM", "linli@localhost")
MAIL_DESK = os.environ.get("LINLI_MAIL_DESK", "")
"""The request desk's own address; empty: nobody reads e-mail."""

MAIL_SIGNED = os.environ.get("LINLI_MAIL_SIGNED", "1") == "1"
"""Whether letters are answered to desk+SIGN@…; without it an answer is known by the letter it names alone."""

MAIL_PLACE = os.environ.get("LINLI_MAIL_PLACE", "")
"""Name or division code of the place that mails belong to where they name none of ours."""

IMAP_URL = os.environ.get("LINLI_IMAP_URL", "")
"""Where the desk's mail is read: `imaps://user:password@host:993/INBOX`, or `imap://` with STARTTLS."""

MAIL_DOMAIN = DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">")
"""The right side of the Message-ID of every e-mail."""

LOGGING = logs()
