import type { Words } from "../base/lang.ts"
import { printMoment } from "../base/text/local-time.ts"
import { commas } from "./message.ts"

/**
 * What is said of a pattern that export files show: its name, the rule with its threshold, what was found, and what it
 * does not show. A pattern is "consistent with" something and proves nothing. For the police and the reporter only.
 */
export interface SignalSaid {
    readonly title: Words
    readonly rule: Words
    readonly found: Words
    readonly not: Words
}

/** Values of a signal by name; thresholds are among them, times are in ms since 1970. */
type Values = Readonly<Record<string, string | number>>
type Sentences = Pick<SignalSaid, "title" | "not"> & Record<"rule" | "found", (v: Values) => Words>

const said = (value: string | number | undefined): string => String(value ?? "")

/** Before the year 275000: what a record of somebody else states is printed whatever it is. */
const LATEST = 8.6e15

const at = (epochMs: string | number | undefined): Words => {
    const ms = Number(epochMs)
    const isTime = Math.abs(ms) < LATEST
    const text = (offset: number): string => (isTime ? printMoment(ms, offset).slice(0, 19).replace("T", " ") : "—")
    return { "zh-CN": `${text(480)}（北京时间）`, en: `${text(0)} UTC` }
}

/** Behind a first step, the next ones with what lies between. */
function steps(v: Values): readonly (readonly [name: Words, epochMs: number])[] {
    const named: readonly (readonly [string, Words])[] = [
        ["sale", { "zh-CN": "首笔现货卖出", en: "first spot sale" }],
        ["transfer", { "zh-CN": "首笔划转", en: "first transfer" }],
        ["withdrawal", { "zh-CN": "首笔提出", en: "first withdrawal" }],
        ["order", { "zh-CN": "首笔合约委托或成交", en: "first futures order" }],
    ]
    return named
        .flatMap(([name, words]) => (v[name] === undefined ? [] : [[words, Number(v[name])] as const]))
        .sort(([, a], [, b]) => a - b)
}

const between = (ms: number): Words => {
    const seconds = Math.round(ms / 1000)
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    const tell = (units: readonly string[]): string =>
        parts.flatMap((part, i) => (part > 0 || i === 2 ? [`${String(part)} ${units[i] ?? ""}`] : [])).join(" ")
    return { "zh-CN": tell(["小时", "分", "秒"]), en: tell(["h", "min", "s"]) }
}

/** Rows of one second are said to be that. */
const within = (seconds: string | number | undefined): string =>
    Number(seconds) === 0 ? "同一秒内" : `${said(seconds)} 秒内`
const withinEn = (seconds: string | number | undefined): string =>
    Number(seconds) === 0 ? "within the same second" : `within ${said(seconds)} s`

const SENTENCES = {
    S1: {
        title: { "zh-CN": "首次使用合约或杠杆", en: "first use of futures or margin" },
        rule: () => ({
            "zh-CN": "首条合约或杠杆记录之前，已读取的文件里有其他记录而没有合约、杠杆记录",
            en: "before the first row of futures or margin the files read have other rows and none of these",
        }),
        found: (v) => ({
            "zh-CN": `记录从 ${at(v.since)["zh-CN"]}起，首条合约或杠杆记录在 ${at(v.first)["zh-CN"]}，与首次使用该类产品相符`,
            en: `rows begin ${at(v.since).en}, the first of futures or margin is ${at(v.first).en}: consistent with a first use`,
        }),
        not: {
            "zh-CN": "不说明文件覆盖范围之外有没有，也不说明是谁使用的",
            en: "whether there were any outside the range of the files, or who it was",
        },
    },
    S2: {
        title: { "zh-CN": "短时间内转出多种币", en: "several assets moved within seconds" },
        rule: (v) => ({
            "zh-CN": `${said(v.within)} 秒内划出或提出至少 ${said(v.least)} 种币`,
            en: `at least ${said(v.least)} assets moved out within ${said(v.within)} s`,
        }),
        found: (v) => ({
            "zh-CN": `${within(v.seconds)}转出 ${said(v.count)} 种币（${said(v.names)}），与集中转移资产的操作相符`,
            en: `${said(v.count)} assets ${withinEn(v.seconds)} (${commas(said(v.names))}): consistent with a sweep`,
        }),
        not: {
            "zh-CN": "不说明由谁、通过什么方式发起；划转仍在同一账户之内",
            en: "who started it and how; a move between wallets stays within the account",
        },
    },
    S3: {
        title: { "zh-CN": "短时间内在多个市场卖出", en: "sales on several markets within seconds" },
        rule: (v) => ({
            "zh-CN": `${said(v.within)} 秒内在至少 ${said(v.least)} 个市场卖出`,
            en: `sales on at least ${said(v.least)} markets within ${said(v.within)} s`,
        }),
        found: (v) => ({
            "zh-CN": `${within(v.seconds)}卖出 ${said(v.count)} 种（${said(v.names)}），与集中抛售的操作相符`,
            en: `${said(v.count)} ${withinEn(v.seconds)} (${commas(said(v.names))}): consistent with selling everything at once`,
        }),
        not: {
            "zh-CN": "不说明由谁下单；本人用程序或一键卖出也会如此",
            en: "who sold; the owner's own program or a one-click sale looks the same",
        },
    },
    S4: {
        title: { "zh-CN": "卖出、划转、开仓的先后", en: "order of sale, transfer and first order" },
        rule: () => ({
            "zh-CN": "所选各行中首笔现货卖出、首笔划转或提出、首笔合约委托的时间和间隔",
            en: "times of, and gaps between, the first spot sale, transfer or withdrawal, and futures order of the chosen rows",
        }),
        found: (v) => {
            const list = steps(v)
            const tell = (lang: "zh-CN" | "en"): string =>
                list
                    .map(([name, ms], i) => {
                        const before = list[i - 1]
                        if (before === undefined) return `${name[lang]} ${at(ms)[lang]}`
                        const gap = ms - before[1]
                        if (Math.round(gap / 1000) === 0)
                            return lang === "en" ? `in the same second ${name.en}` : `同一秒${name["zh-CN"]}`
                        return lang === "en"
                            ? `${between(gap).en} later ${name.en}`
                            : `${between(gap)["zh-CN"]}后${name["zh-CN"]}`
                    })
                    .join(lang === "en" ? ", " : "，")
            return { "zh-CN": tell("zh-CN"), en: tell("en") }
        },
        not: { "zh-CN": "不说明几步由同一人操作", en: "that one person did all of it" },
    },
    S5: {
        title: { "zh-CN": "此前没有交易过的市场", en: "markets never traded before" },
        rule: () => ({
            "zh-CN": "所选各行中的市场，在此前的记录里没有出现过",
            en: "markets of the chosen rows that no earlier row names",
        }),
        found: (v) => ({
            "zh-CN": `${said(v.count)} 个市场（${said(v.names)}）在 ${at(v.since)["zh-CN"]}以来的记录里首次出现`,
            en: `${said(v.count)} markets (${commas(said(v.names))}) are new since ${at(v.since).en}`,
        }),
        not: {
            "zh-CN": "不说明这些市场交易量大小，也不说明文件之外没有交易过",
            en: "how thin a market is, or that none was traded outside the files",
        },
    },
    S6: {
        title: { "zh-CN": "买卖数量相等而亏损", en: "as much sold as bought, at a loss" },
        rule: () => ({
            "zh-CN": "同一市场买入数量等于卖出数量，所得少于所付（含已撤销委托中成交的部分）",
            en: "on one market as much was sold as bought, for less (fills of cancelled orders included)",
        }),
        found: (v) => ({
            "zh-CN": `${said(v.name)} 买卖各 ${said(v.quantity)}，少收回 ${said(v.lost)} ${said(v.quote)}，与反复买卖造成亏损相符`,
            en: `${said(v.name)}: ${said(v.quantity)} each way, ${said(v.lost)} ${said(v.quote)} less came back: consistent with churning`,
        }),
        not: {
            "zh-CN": "不说明对方是谁；行情变化也会造成亏损",
            en: "who the other side was; a falling market looks the same",
        },
    },
    S7: {
        title: { "zh-CN": "连续的不利买卖", en: "adverse pairs of trades" },
        rule: (v) => ({
            "zh-CN": `同一市场相邻两笔在 ${said(v.minutes)} 分钟内一买一卖而价格不利，至少 ${said(v.least)} 次`,
            en: `neighbouring trades on a market, opposite and at a worse price within ${said(v.minutes)} min, at least ${said(v.least)} times`,
        }),
        found: (v) => ({
            "zh-CN": `共 ${said(v.count)} 次，与高买低卖的操作相符`,
            en: `${said(v.count)} times: consistent with buying high and selling low`,
        }),
        not: {
            "zh-CN": "不说明成交对方是谁、是否串通；对方账户须由交易所查明",
            en: "who the other side was, or any agreement: only the exchange can tell",
        },
    },
    S8: {
        title: { "zh-CN": "委托频率", en: "rate of orders" },
        rule: (v) => ({
            "zh-CN": `1 秒内超过 ${said(v.second)} 笔，或 60 秒内超过 ${said(v.minute)} 笔委托（按委托计，不按成交计）`,
            en: `more than ${said(v.second)} orders in 1 s or ${said(v.minute)} in 60 s (orders, not fills)`,
        }),
        found: (v) => ({
            "zh-CN": `${within(v.seconds)}有 ${said(v.count)} 笔委托，与程序自动下单相符`,
            en: `${said(v.count)} orders ${withinEn(v.seconds)}: consistent with orders placed by a program`,
        }),
        not: {
            "zh-CN": "不说明程序或密钥由谁使用；本人使用的程序也会如此",
            en: "whose program or key it was; the owner's own program looks the same",
        },
    },
    S9: {
        title: { "zh-CN": "平时少有交易的钟点", en: "hours in which the account hardly trades" },
        rule: (v) => ({
            "zh-CN": `其他买卖至少 ${said(v.least)} 笔，而该钟点（北京时间）不足其 ${said(v.percent)}%`,
            en: `hours (Beijing) with under ${said(v.percent)} % of at least ${said(v.least)} other trades`,
        }),
        found: (v) => ({
            "zh-CN": `${said(v.count)} 笔在 ${said(v.hours)} 时，其他 ${said(v.own)} 笔很少在这些钟点，与平时作息不同相符`,
            en: `${said(v.count)} at ${commas(said(v.hours))} o'clock, where few of the other ${said(v.own)} are: consistent with unusual hours`,
        }),
        not: {
            "zh-CN": "不说明操作人是谁、在何处；外出、时差也会如此",
            en: "who it was or where; travel looks the same",
        },
    },
    S10: {
        title: { "zh-CN": "远离市价的限价和撤单中的成交", en: "limits far from the market, fills of cancelled orders" },
        rule: (v) => ({
            "zh-CN": `买入限价高于、卖出限价低于该市场上一成交价至少 ${said(v.percent)}%；或已撤销、已过期的委托有成交`,
            en: `limits at least ${said(v.percent)} % beyond the last fill on the market; cancelled or expired orders with fills`,
        }),
        found: (v) => ({
            "zh-CN": `远离市价的限价 ${said(v.far)} 笔，已撤销或已过期而有成交的 ${said(v.cancelled)} 笔，与不计价格成交相符`,
            en: `${said(v.far)} far limits, ${said(v.cancelled)} cancelled or expired with fills: consistent with trading at any price`,
        }),
        not: {
            "zh-CN": "上一成交价是本账户的，不是当时的市场价；不说明下单原因",
            en: "the last fill is the account's own and no market price; nor why it was ordered",
        },
    },
    S11: {
        title: { "zh-CN": "高价买入、低价卖出", en: "bought dear and sold cheap" },
        rule: (v) => ({
            "zh-CN": `同一市场有买有卖、数量不等，卖出均价比买入均价低至少 ${said(v.percent)}%`,
            en: `on one market bought and sold, not as much, at an average at least ${said(v.percent)} % lower`,
        }),
        found: (v) => ({
            "zh-CN": `${said(v.name)} 买入 ${said(v.bought)}，均价 ${said(v.dear)} ${said(v.quote)}；卖出 ${said(v.sold)}，均价 ${said(v.cheap)} ${said(v.quote)}，与高买低卖的操作相符`,
            en: `${said(v.name)}: ${said(v.bought)} bought at ${said(v.dear)} ${said(v.quote)} on average, ${said(v.sold)} sold at ${said(v.cheap)} ${said(v.quote)}: consistent with buying high and selling low`,
        }),
        not: {
            "zh-CN": "不说明成交对方是谁；行情下跌也会如此",
            en: "who the other side was; a falling market looks the same",
        },
    },
} as const satisfies Readonly<Record<string, Sentences>>

/** The sentences of a signal. */
export function signalWords(code: keyof typeof SENTENCES, values: Values): SignalSaid {
    const { title, rule, found, not }: Sentences = SENTENCES[code]
    return { title, rule: rule(values), found: found(values), not }
}
