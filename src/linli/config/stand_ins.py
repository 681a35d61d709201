"""What a demonstration is connected to: stand-ins of its own, each with a secret made here."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from linli.config.secrets import secret

if TYPE_CHECKING:
    from pathlib import Path


def stand_ins(home: Path, base_url: str) -> dict[str, str]:
    """Settings by name, for those that the environment leaves empty."""
    wechat = secret(home, "demo-wechat")
    return {
        "WECHAT_URL": f"{base_url}/demo/wechat-server",
        "WECHAT_APP": "wxdemo0000000000",
        "WECHAT_SECRET": wechat,
        "WECHAT_TOKEN": sha256(f"token {wechat}".encode()).hexdigest()[:32],
        "WECHAT_AES_KEY": b64encode(sha256(f"key {wechat}".encode()).digest()).decode().rstrip("="),
        "WECHAT_TEMPLATE": "news",
        "HOTLINE_URL": f"{base_url}/demo/city-server",
        "HOTLINE_KEY": "linli-demo",
        "HOTLINE_SECRET": secret(home, "demo-hotline"),
        "HOTLINE_PLACE": "柳荫街道",
        "ZHEZHENGDING_URL": f"{base_url}/demo/zhezhengding",
        "ZHEZHENGDING_LOGIN": f"{base_url}/demo/zhezhengding",
        "ZHEZHENGDING_APP": "linli_dingoa",
        "ZHEZHENGDING_KEY": "linli-demo",
        "ZHEZHENGDING_SECRET": secret(home, "demo-zhezhengding"),
    }
