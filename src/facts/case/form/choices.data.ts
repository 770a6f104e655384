import type { Words } from "../../../base/lang.ts"

/** A value of the schema and the words for it: the first of each language is shown, all are read. */
export interface Choice {
    readonly code: string
    readonly words: Words
    /** What people write instead. */
    readonly also: readonly string[]
}

const choice = (code: string, zh: string, en: string, ...also: readonly string[]): Choice => ({
    code,
    words: { "zh-CN": zh, en },
    also,
})
const UNKNOWN = choice("unknown", "不清楚", "not known")

/** The values of each field that has a fixed set; a test holds them against the schema. */
export const CHOICES = {
    capacity: [choice("reporter", "报案人", "reporter", "报案"), choice("accuser", "控告人", "accuser", "控告")],
    kind: [
        choice("unauthorised-trading", "被交易", "trades", "交易", "未经授权交易", "被盗刷交易", "乱交易"),
        choice("unauthorised-transfer", "被划转", "internal transfers", "划转", "未经授权划转", "转账"),
        choice(
            "unauthorised-withdrawal",
            "被提币",
            "withdrawals",
            "提币",
            "提现",
            "未经授权提币",
            "币被转走",
            "被提走",
        ),
        choice("account-takeover", "账户被接管", "account taken over", "账户被盗", "账号被盗", "被接管", "无法登录"),
        choice("payment-by-deception", "被骗付款", "payment by deception", "被骗", "被骗转账", "诈骗", "受骗付款"),
    ],
    idKind: [
        choice("resident", "居民身份证", "resident ID", "身份证", "二代身份证", "ID card"),
        choice("passport", "护照", "passport", "外国护照", "中国护照"),
        choice("hk-macao-permit", "港澳居民来往内地通行证", "HK or Macao permit", "回乡证", "港澳通行证"),
        choice("taiwan-permit", "台湾居民来往大陆通行证", "Taiwan permit", "台胞证"),
        choice("permanent-residence", "外国人永久居留身份证", "permanent residence", "永居证", "永久居留证"),
        choice("other", "其他证件", "other"),
    ],
    holder: [
        choice("person", "个人", "person", "自然人", "家人", "本人以外的人"),
        choice("organisation", "单位", "organisation", "公司", "企业", "法人"),
    ],
    cause: [
        choice("api-key", "接口密钥", "API key", "API", "API密钥", "API 密钥", "密钥", "第三方应用"),
        choice("phishing", "假网站或假客服", "phishing", "钓鱼", "钓鱼网站", "假网站", "假客服", "假应用"),
        choice("device", "设备被控制", "device", "设备", "木马", "手机被控制", "电脑被控制", "远程控制"),
        choice("login", "账号被他人登录", "log-in by others", "登录", "被登录", "账号被登录", "密码泄露"),
        UNKNOWN,
    ],
    keyState: [
        choice("active", "仍有效", "active", "有效", "还有效", "在用"),
        choice("deleted", "已删除", "deleted", "删除", "删了"),
        choice("disabled", "已停用", "disabled", "停用", "禁用", "已禁用", "失效"),
        choice("none", "未使用", "never used", "没有", "无", "没用过", "没有使用"),
        UNKNOWN,
    ],
    yesNo: [
        choice("yes", "是", "yes", "有", "已开启", "开启", "开了", "开"),
        choice("no", "否", "no", "没有", "无", "未开启", "没开", "没有开"),
        UNKNOWN,
    ],
    policeToo: [choice("yes", "是", "yes", "要", "写入"), choice("no", "否", "no", "不要", "不写入")],
    status: [
        choice("fact", "有记录", "on record", "事实", "有证据"),
        choice("claim", "本人陈述", "own statement", "陈述", "本人说法"),
        choice("disputed", "各方说法不一", "disputed", "有争议", "说法不一"),
    ],
    ipRole: [
        choice("own-device", "本人设备", "own device", "本人", "自己的设备", "我的设备"),
        choice(
            "application-server",
            "应用服务器",
            "application's server",
            "第三方应用",
            "机器人服务器",
            "应用的服务器",
        ),
        choice("allow-list", "白名单", "allow-list entry", "密钥白名单", "IP 白名单", "IP白名单"),
        choice("unknown-login", "陌生登录", "unknown log-in", "陌生", "不认识的登录", "异常登录"),
        choice("destination", "去向", "destination", "转入方", "资产去向"),
    ],
    side: [choice("buy", "买入", "buy", "买"), choice("sell", "卖出", "sell", "卖")],
    report: [
        choice("statement", "账户流水", "transaction history", "资金流水", "流水"),
        choice("spot-trades", "现货成交", "spot trades"),
        choice("spot-orders", "现货委托", "spot orders"),
        choice("futures-trades", "合约成交", "futures trades"),
        choice("futures-orders", "合约委托", "futures orders"),
        choice("futures-statement", "合约资金流水", "futures transactions"),
        choice("c2c", "C2C 订单", "P2P orders", "C2C", "P2P"),
        choice("deposits", "充值", "deposits", "充币", "充币记录", "充值记录"),
        choice("withdrawals", "提现", "withdrawals", "提币", "提币记录", "提现记录"),
        choice("fiat", "法币充提", "fiat"),
        choice("convert", "闪兑", "convert"),
        choice("auto-invest", "定投", "auto-invest"),
        choice("funding", "资金账户流水", "funding account"),
        choice("earn", "理财", "earn"),
    ],
    counted: [
        choice("assets", "币种", "assets", "资产", "币"),
        choice("orders", "订单", "orders", "委托"),
        choice("transfers", "转出", "transfers", "划转", "提币", "转账"),
        choice("ips", "IP 地址", "IP addresses", "IP", "IP地址"),
        choice("emails", "邮箱", "mailboxes", "电子邮箱"),
        choice("sites", "网站", "sites", "网址"),
    ],
} as const satisfies Readonly<Record<string, readonly Choice[]>>

export type ChoiceName = keyof typeof CHOICES
