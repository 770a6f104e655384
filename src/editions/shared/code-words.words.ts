/** Words that exchanges and their exports have in English, as Chinese papers call them. */

const PRODUCTS: Readonly<Record<string, readonly string[]>> = {
    现货交易: ["spot", "spot trading", "spot trade"],
    杠杆交易: ["margin", "margin trading", "cross margin", "isolated margin"],
    合约交易: ["futures", "futures trading", "derivatives", "perpetual", "perpetuals", "perpetual futures", "swap"],
    "U 本位合约": ["usdt-m", "usds-m", "usd-m", "usdt-m futures", "usds-m futures", "usd-m futures", "um", "linear"],
    币本位合约: ["coin-m", "coin-m futures", "cm", "inverse"],
    期权: ["options", "option"],
    "C2C 交易": ["c2c", "p2p", "p2p trading"],
    闪兑: ["convert", "instant buy"],
    理财: ["earn", "simple earn", "savings"],
    质押: ["staking", "stake"],
    借贷: ["loan", "loans", "crypto loan"],
    定投: ["auto-invest", "recurring buy"],
    跟单交易: ["copy trading", "copy-trading"],
    策略交易: ["trading bot", "trading bots", "bots", "grid", "grid trading"],
    接口交易: ["api", "api trading"],
    新币认购: ["launchpad", "launchpool"],
    数字藏品: ["nft", "nfts"],
    法币充提: ["fiat", "fiat deposit"],
    银行卡购币: ["buy crypto", "card purchase"],
    支付卡: ["card"],
    支付: ["pay"],
}

const FACTORS: Readonly<Record<string, readonly string[]>> = {
    身份验证器: ["authenticator", "authenticator app", "totp", "otp app", "app code"],
    谷歌身份验证器: ["google authenticator", "google auth", "ga"],
    短信: ["sms", "text message", "phone", "mobile"],
    邮箱验证: ["email", "e-mail", "email code"],
    通行密钥: ["passkey", "passkeys", "webauthn"],
    安全密钥: ["security key", "hardware key", "yubikey", "fido", "fido2", "u2f"],
    生物识别: ["biometric", "biometrics", "face id", "fingerprint"],
    应用内确认: ["push", "push notification", "in-app confirmation"],
    资金密码: ["fund password", "trading password"],
}

const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
    读取: ["read", "read-only", "read only", "readonly", "reading", "enable reading", "view", "query"],
    交易: ["trade", "trading", "enable trading"],
    现货及杠杆交易: ["spot & margin trading", "spot and margin trading", "enable spot & margin trading"],
    合约: ["enable futures", "contract"],
    提现: ["withdraw", "withdrawal", "withdrawals", "enable withdrawals"],
    划转: ["transfer", "transfers", "internal transfer"],
    万向划转: ["universal transfer", "permits universal transfer", "enable universal transfer"],
}

const WALLETS: Readonly<Record<string, readonly string[]>> = {
    现货账户: ["spot", "spot wallet", "spot account"],
    合约账户: ["futures", "futures wallet", "futures account"],
    资金账户: ["funding", "funding wallet", "funding account"],
    杠杆账户: ["margin", "margin wallet", "margin account"],
    理财账户: ["earn", "earn wallet", "earn account"],
    交易账户: ["trading account", "trading wallet"],
    统一账户: ["unified", "unified account", "unified trading account"],
}

const PAYMENTS: Readonly<Record<string, readonly string[]>> = {
    银行转账: ["bank transfer", "bank", "wire", "wire transfer"],
    银行卡: ["bank card", "debit card", "card"],
    信用卡: ["credit card"],
    支付宝: ["alipay"],
    微信支付: ["wechat", "wechat pay"],
    现金: ["cash"],
}

const ORDERS: Readonly<Record<string, readonly string[]>> = {
    市价: ["market"],
    限价: ["limit"],
    只做挂单: ["post only", "post-only", "limit maker"],
    止损: ["stop", "stop loss"],
    止损市价: ["stop market"],
    止损限价: ["stop limit", "stop loss limit"],
    止盈: ["take profit"],
    止盈市价: ["take profit market"],
    跟踪止损: ["trailing stop", "trailing stop market"],
    强平: ["liquidation"],
    已成交: ["filled", "closed", "done"],
    部分成交: ["partially filled", "partly filled", "partial filled"],
    已撤销: ["canceled", "cancelled"],
    已过期: ["expired"],
    已拒绝: ["rejected"],
    未成交: ["new", "open"],
}

/** By what a word is said of: one word may mean two things. */
export const CODE_WORDS_ZH = {
    product: PRODUCTS,
    factor: FACTORS,
    permission: { ...PRODUCTS, ...PERMISSIONS },
    wallet: { ...PRODUCTS, ...WALLETS },
    payment: PAYMENTS,
    order: { ...PRODUCTS, ...ORDERS },
} as const
