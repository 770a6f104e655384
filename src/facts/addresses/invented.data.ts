/** An address that somebody published and that no page of the desk itself bears out. */
export interface Invented {
    /** Mailbox, or host and path of a page, in lower case. */
    readonly address: string
    /** Names of the desk it is said to belong to. */
    readonly desk: { readonly zh: string; readonly en: string }
    /** `invented`: in lists alone; `unsupported`: no own page has it; `phishing`: on a page that imitates the desk. */
    readonly kind: "invented" | "unsupported" | "phishing"
    /** Where it was seen, in words. */
    readonly seen: { readonly zh: string; readonly en: string }
    /** When that was looked at. */
    readonly on: string
    readonly grade: "B" | "C"
}

const BINANCE = { zh: "币安（Binance）", en: "Binance" }
const OKX = { zh: "欧易（OKX）", en: "OKX" }
const HTX = { zh: "火币（HTX）", en: "HTX" }
const BYBIT = { zh: "Bybit", en: "Bybit" }

const LISTS = {
    zh: "约十份 2026 年公开的“平台联系名录”，其中有的注明“2026-08 已核实”",
    en: 'about ten public "VASP directories" of 2026, some of which say "verified 2026-08"',
}
const ONE_LIST = {
    zh: "网页 ledgerhound.vip 的联系名录",
    en: "the list of contacts on the page ledgerhound.vip",
}
const GENERATOR = {
    zh: "一个公开的请求函生成程序",
    en: "a public program that generates requests",
}

/** Addresses in public lists that no official page has, as far as anybody looked. Nothing is to be sent to them. */
export const INVENTED: readonly Invented[] = [
    {
        address: "law-enforcement@binance.com",
        desk: BINANCE,
        kind: "invented",
        seen: LISTS,
        on: "2026-11-27",
        grade: "B",
    },
    {
        address: "in-law-enforcement@binance.com",
        desk: BINANCE,
        kind: "invented",
        seen: LISTS,
        on: "2026-11-27",
        grade: "B",
    },
    { address: "lea-india@binance.com", desk: BINANCE, kind: "invented", seen: LISTS, on: "2026-11-27", grade: "B" },
    {
        address: "kodexglobal.com/binance/lea",
        desk: BINANCE,
        kind: "invented",
        seen: LISTS,
        on: "2026-11-27",
        grade: "B",
    },
    {
        address: "compliance@binance.com",
        desk: BINANCE,
        kind: "invented",
        seen: ONE_LIST,
        on: "2026-11-21",
        grade: "B",
    },
    { address: "law@binance.com", desk: BINANCE, kind: "invented", seen: GENERATOR, on: "2026-11-21", grade: "B" },
    { address: "lawenforcement@okx.com", desk: OKX, kind: "invented", seen: GENERATOR, on: "2026-11-21", grade: "B" },
    {
        address: "htx.com/legal/law-enforcement",
        desk: HTX,
        kind: "unsupported",
        seen: LISTS,
        on: "2026-11-27",
        grade: "B",
    },
    { address: "compliance@htx.com", desk: HTX, kind: "unsupported", seen: LISTS, on: "2026-11-27", grade: "B" },
    {
        address: "bybit159@amail.com",
        desk: BYBIT,
        kind: "phishing",
        seen: {
            zh: "一个与 Bybit 相像的网页，由一份公开名录（2026-08-31）指出",
            en: "a page that looks like Bybit's, pointed out by a public directory (2026-08-31)",
        },
        on: "2026-08-31",
        grade: "C",
    },
]
