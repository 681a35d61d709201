"""The closed lists of sign-in: doors, and what the sign-in log can say."""

from linli.kernel.words import Vocabulary


class Door(Vocabulary):
    """Which door someone came in by."""

    RESIDENT = "resident", "Residents' door", "居民入口"
    STAFF = "staff", "Staff door", "工作人员入口"


class Happening(Vocabulary):
    """What the sign-in log says happened."""

    CODE_ASKED = "code_asked", "Asked for a code", "获取验证码"
    CODE_WRONG = "code_wrong", "Wrong code", "验证码错误"
    PASSWORD_WRONG = "password_wrong", "Wrong name or password", "账号或密码错误"
    FACTOR_WRONG = "factor_wrong", "Wrong second factor", "二次验证未通过"
    LOCKED = "locked", "Locked after too many tries", "尝试过多，已锁定"
    UNLOCKED = "unlocked", "Unlocked by an administrator", "管理员解除锁定"
    SIGNED_IN = "signed_in", "Signed in", "登录"
    SIGNED_OUT = "signed_out", "Signed out", "退出"
    IDLED_OUT = "idled_out", "Signed out after idling", "长时间未操作，自动退出"
    REVOKED = "revoked", "A session was ended from elsewhere", "在其他设备上结束登录"
    APP_ADDED = "app_added", "Authenticator app added", "绑定身份验证器"
    PASSKEY_ADDED = "passkey_added", "Passkey added", "添加通行密钥"
    PASSKEY_REMOVED = "passkey_removed", "Passkey removed", "删除通行密钥"
    CODES_MADE = "codes_made", "Recovery codes made", "生成备用码"
    RECOVERY_USED = "recovery_used", "Recovery code used", "使用备用码"
    PASSWORD_SET = "password_set", "Password changed", "修改密码"
    FACTORS_RESET = "factors_reset", "Second factors reset by an administrator", "管理员重置二次验证"
    APP_BOUND = "app_bound", "Work app bound", "绑定工作应用"
    APP_UNBOUND = "app_unbound", "Work app unbound", "解绑工作应用"
    ACCOUNT_OPENED = "account_opened", "Account opened", "开通账号"


class Device(Vocabulary):
    """What kind of device, as far as the browser says; never its fingerprint."""

    PHONE = "phone", "Phone", "手机"
    WECHAT = "wechat", "WeChat on a phone", "手机微信"
    TABLET = "tablet", "Tablet", "平板"
    COMPUTER = "computer", "Computer", "电脑"
    OTHER = "other", "Other device", "其他设备"
