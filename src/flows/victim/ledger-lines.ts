import type { Lang } from "../../base/lang.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import { decimal } from "../../facts/money/amount.ts"
import { assetOf } from "../../facts/money/asset.ts"
import { withoutZeros } from "../../facts/money/format.ts"
import { UNREAD } from "../../messages/ledger-unread.ts"
import {
    idleWords,
    LEDGER_LINES,
    pricedWords,
    reconciledWords,
    reportWords,
    totalWords,
    zoneWords,
} from "../../messages/ledger-words.ts"
import { signalWords } from "../../messages/signals.ts"

/** A ledger in lines for a person: each block a heading with lines below, those without content left out. */

type File = LedgerRecord["files"][number]
type Total = LedgerRecord["totals"][number]

export interface LedgerBlock {
    readonly name: keyof (typeof LEDGER_LINES)[Lang]["heads"]
    readonly head: string
    readonly lines: readonly string[]
}

/** One line for each file, in the order of their labels. */
export function fileLines({ files, unread }: Pick<LedgerRecord, "files" | "unread">, lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    const lines = [
        ...files.map((file) => [file.id, fileLine(file, lang)] as const),
        ...unread.map(({ id, why, header }) => {
            const said = why in UNREAD ? UNREAD[why as keyof typeof UNREAD].what[lang] : (header ?? words.noHeader)
            return [id, `${id}  ${words.unread(said)}`] as const
        }),
    ]
    return lines.length === 0 ? [words.noFiles] : lines.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

function fileLine(file: File, lang: Lang): string {
    const { what, rows, span } = fileWords(file, lang)
    return [file.id, what, rows, span].filter((part) => part !== "").join("  ")
}

/** A file in words: what it is, how its rows count, and how far it reaches by which clock; the last may be empty. */
export function fileWords(
    { exchange, report, format, version, rows, notRelevant, first, last, zone }: File,
    lang: Lang,
): { readonly what: string; readonly rows: string; readonly span: string } {
    const words = LEDGER_LINES[lang]
    const name = [exchange, report === undefined ? format : reportWords(report)[lang]].filter((part) => part !== "")
    const reasons = Object.entries(notRelevant).map(([why, count]) => `${idleWords(why)[lang]} ${String(count)}`)
    const counts = words.rows(rows.used, words.idle(rows.notRelevant, reasons), rows.problem)
    const zoned = zone.value ?? (zone.from === undefined ? words.noZone : "")
    const from = zone.from === undefined ? words.noZone : zoneWords(zone.from)[lang]
    const span =
        first === undefined || last === undefined
            ? ""
            : words.span(first.wall, last.wall, zoned || from, zone.value === undefined ? undefined : from)
    return { what: `${name.join(" ")} ${version}`, rows: counts, span }
}

/** Everything behind the files. */
export function ledgerBlocks(record: LedgerRecord, lang: Lang): readonly LedgerBlock[] {
    const { heads } = LEDGER_LINES[lang]
    const blocks: readonly (readonly [keyof typeof heads, readonly string[]])[] = [
        ["events", record.files.length === 0 ? [] : eventLines(record, lang)],
        ["trades", tradeLines(record.totals, lang)],
        ["fees", figureLines(record.totals, ["spot-fee", "futures-fee", "funding"], lang)],
        ["result", figureLines(record.totals, ["futures-realised", "futures-net"], lang)],
        ["moves", moveLines(record, lang)],
        ["changes", record.totals.filter(({ what }) => what === "change").map((one) => figure(one, lang))],
        ["reconciliation", reconciliationLines(record, lang)],
        ["c2c", purchaseLines(record, lang)],
        ["prices", record.prices.map((price) => priceLine(price, lang))],
        ["signals", record.signals.flatMap((signal) => signalLines(signal, lang))],
    ]
    return blocks.filter(([, lines]) => lines.length > 0).map(([name, lines]) => ({ name, head: heads[name], lines }))
}

function eventLines({ events }: LedgerRecord, lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    const places = events.files.map(({ file, rows }) => words.at(file, rows))
    const head = `${words.chosenCount(events.count)}${lang === "en" ? ", " : "，"}${words.chosen[events.chosenBy]}`
    return [head, ...places]
}

/** National money with two places, other assets as they are up to eight; the exact value behind one that was rounded. */
function figure(
    { exact, rounded, asset, without }: Pick<Total, "exact" | "rounded" | "asset" | "without">,
    lang: Lang,
) {
    const words = LEDGER_LINES[lang]
    const isLong = (exact.split(".")[1]?.length ?? 0) > 8
    const isMoney = assetOf(asset).kind === "fiat"
    const shown = isMoney ? rounded : isLong ? withoutZeros(rounded) : exact
    const isExact = decimal(shown).eq(decimal(exact))
    return `${shown} ${asset}${isExact ? "" : words.exactly(exact)}${without === 0 ? "" : words.without(without)}`
}

function tradeLines(totals: readonly Total[], lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    return (["spot", "futures"] as const).flatMap((market) => {
        const of = totals.filter(({ what }) => what.startsWith(`${market}-`))
        const nameOf = ({ name, asset }: Total): string => name ?? asset
        const sides = of.filter(({ what }) => what === `${market}-bought` || what === `${market}-sold`)
        return [...new Set(sides.map(nameOf))].map((name) => {
            const find = (part: string): readonly Total[] =>
                of.filter((one) => one.what === `${market}-${part}` && nameOf(one) === name)
            const told = (part: string): string =>
                find(part)
                    .map((one) => figure(one, lang))
                    .join(" + ")
            const [bought, sold, result] = [told("bought"), told("sold"), told("result")]
            const counter = (of: string, part: string): string => {
                const [all, known] = [find(of).length, find(part).length]
                return known > 0 && known < all ? `${told(part)}${words.partly}` : told(part)
            }
            return [
                name,
                ...(bought === "" ? [] : [words.bought(bought, counter("bought", "paid"))]),
                ...(sold === "" ? [] : [words.sold(sold, counter("sold", "received"))]),
                ...(result === "" ? [] : [words.result(result)]),
            ].join("  ")
        })
    })
}

function figureLines(totals: readonly Total[], whats: readonly string[], lang: Lang): readonly string[] {
    return totals
        .filter(({ what }) => whats.includes(what))
        .map((one) => `${totalWords(one.what)[lang]}  ${figure(one, lang)}`)
}

function moveLines({ moves, totals }: LedgerRecord, lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    const within = moves.map(({ exact, asset, from, to }) => words.moved(`${withoutZeros(exact)} ${asset}`, from, to))
    return [
        ...within,
        ...figureLines(totals, ["withdrawn", "withdrawal-fee", "borrowed", "repaid", "redeemed", "subscribed"], lang),
    ]
}

function reconciliationLines({ reconciliation }: LedgerRecord, lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    return reconciliation.map(({ what, name, left, right, gap }) => {
        const said = decimal(gap).eq("0") ? `${words.equal}  ${left}` : words.gap(left, right, gap)
        return `${name}  ${reconciledWords(what)[lang]}  ${said}`
    })
}

function purchaseLines({ totals, averages }: LedgerRecord, lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    return averages.map(({ what, asset, fiat, average, quantity, total }) => {
        const find = (kind: string, exact: string): Total | undefined =>
            totals.find((one) => one.what === kind && one.exact === exact)
        const [own, paid] = [find(what, quantity), find(`${what}-for`, total)]
        const [a, b] = [own, paid].map((one) => (one === undefined ? "" : figure(one, lang)))
        const said = what === "disposed" ? words.sold(a ?? "", b ?? "") : words.bought(a ?? "", b ?? "")
        return `${said}  ${words.average(`${average} ${fiat}/${asset}`)}`
    })
}

function priceLine({ asset, quote, over, price, quantity }: LedgerRecord["prices"][number], lang: Lang): string {
    return `${asset}  ${pricedWords(over)[lang]}  ${withoutZeros(price)} ${quote}  (${withoutZeros(quantity)} ${asset})`
}

function signalLines({ code, values, rows }: LedgerRecord["signals"][number], lang: Lang): readonly string[] {
    const words = LEDGER_LINES[lang]
    const colon = lang === "en" ? ": " : "："
    const { title, rule, found, not } = signalWords(code, values)
    const places = rows.map((one) => words.at(one.file, one.rows)).join(lang === "en" ? "; " : "；")
    return [
        `${code} ${title[lang]}${colon}${found[lang]}`,
        `   ${words.rule}${colon}${rule[lang]}`,
        `   ${words.not}${colon}${not[lang]}`,
        `   ${words.proof}${colon}${places}`,
    ]
}
