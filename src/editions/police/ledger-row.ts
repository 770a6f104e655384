import { visible } from "../../base/text/hygiene.ts"
import { clockText, rowTime } from "../../facts/ledger/clock.ts"
import { isZero, magnitude } from "../../facts/ledger/number.ts"
import type { PlacedRow } from "../../facts/ledger/reading.ts"
import { type Decimal, decimal } from "../../facts/money/amount.ts"
import { assetOf } from "../../facts/money/asset.ts"
import { numberList } from "../shared/labels.words.ts"
import { exact } from "../shared/print.ts"
import * as words from "./ledger.words.ts"

/** Rows of exports as paper prints them, each by itself or in groups. */

export function shown(text: string): string {
    return text === "" ? words.NOT_TOLD : visible(text)
}

/** Longest list of ranges that is printed. */
export const LONGEST_LIST = 160

export function printedRow(row: PlacedRow): object {
    return {
        place: `${row.file} ${String(row.row)}`,
        time: timeOf(row),
        what: whatOf(row),
        amount: amountOf(row),
        more: moreOf(row),
    }
}

/** In UTC as far as the file tells it; a day is that of the file's zone, which stands behind it. */
function timeOf(row: PlacedRow): string {
    const { wall = 0, span } = row
    return rowTime(row)?.replace(/ UTC$/, "") ?? words.clockAsWritten(clockText(wall, span))
}

function whatOf(row: PlacedRow): string {
    if (row.kind === "change") {
        const name =
            row.class === undefined || row.class === "unknown" ? (row.operation ?? "") : words.CLASS_ZH[row.class]
        return shown([row.wallet ?? "", name].filter((part) => part !== "").join(" "))
    }
    if (row.kind === "deposit") return words.DEPOSIT
    if (row.kind === "withdrawal") return words.WITHDRAWAL
    if (row.kind === "convert") return exchangeOf(row)
    return shown(`${row.symbol ?? row.asset ?? ""} ${row.side === undefined ? "" : words.KIND_ZH[row.side]}`)
}

/** A purchase by card is listed like a conversion, of money into a coin. */
function exchangeOf({ base = "", quote = "" }: PlacedRow): string {
    if (assetOf(quote).kind === "fiat") return words.BOUGHT_FOR_MONEY
    return assetOf(base).kind === "fiat" ? words.SOLD_FOR_MONEY : words.CONVERT
}

function amountOf(row: PlacedRow): string {
    const plain = (text: string): string => exact(decimal(text))
    if (isMoved(row)) return `${plain(row.amount ?? "0")} ${row.asset ?? ""}`
    const traded = `${plain(row.filled ?? "0")} ${unitOf(row)}`
    return row.value === undefined ? traded : `${traded}，${plain(row.value)} ${row.quote ?? ""}`
}

/** Of one asset, in one amount. */
const isMoved = ({ kind }: PlacedRow): boolean => kind === "change" || kind === "deposit" || kind === "withdrawal"

/** Contracts that are settled in a coin are counted as such. */
function unitOf({ base, quote, market }: PlacedRow): string {
    return base ?? (market === "futures" && quote === undefined ? words.CONTRACTS : "")
}

function moreOf(row: PlacedRow): string {
    const fees = (row.fees ?? [])
        .filter(({ amount }) => !isZero(amount))
        .map(({ asset, amount }) => `${magnitude(amount)} ${asset}`)
    const parts = [
        ...(row.orderId === undefined ? [] : [words.order(row.orderId)]),
        ...(row.statusText === undefined ? [] : [words.status(row.statusText)]),
        ...(row.address === undefined ? [] : [words.toAddress(row.address)]),
        ...(fees.length === 0 ? [] : [words.feeOf(fees.join("、"))]),
        ...namedOf(row),
    ]
    return shown(words.list(parts))
}

/** Classes whose word is narrower than some of their operations: a rebate is among the fees, a payment among what left. */
const WIDE = new Set<PlacedRow["class"]>(["fee", "deposit", "withdrawal", "interest", "loan", "earn"])

function namedOf({ class: of, operation = "" }: PlacedRow): readonly string[] {
    return !WIDE.has(of) || operation === "" || words.PLAIN_OPERATIONS.test(operation) ? [] : [words.asNamed(operation)]
}

/** Subtotals by file, what was done, its side, and what its amounts are of, with the range of rows that each is of. */
export function groupsOf(rows: readonly PlacedRow[]): readonly object[] {
    const groups = new Map<string, PlacedRow[]>()
    for (const row of rows) {
        const units = isMoved(row) ? [row.asset] : [unitOf(row), row.quote]
        const key = JSON.stringify([row.file, whatOf(row), ...units])
        const group = groups.get(key)
        if (group === undefined) groups.set(key, [row])
        else group.push(row)
    }
    return [...groups.values()].map((group) => {
        const [first] = group
        // A file may have its newest row first; on paper rows are looked up from the top.
        const numbers = group.map(({ row }) => row).sort((a, b) => a - b)
        const list = numberList(numbers)
        const last = numbers.reduce((a, b) => Math.max(a, b), 0)
        const start = numbers.reduce((a, b) => Math.min(a, b), last)
        const sum = (pick: (row: PlacedRow) => string | undefined): Decimal =>
            group.reduce((total, row) => total.plus(decimal(pick(row) ?? "0")), decimal("0"))
        const amount =
            first !== undefined && isMoved(first)
                ? `${exact(sum(({ amount }) => amount))} ${first?.asset ?? ""}`
                : [
                      `${exact(sum(({ filled }) => filled))} ${first === undefined ? "" : unitOf(first)}`,
                      ...(group.every(({ value }) => value === undefined)
                          ? []
                          : [`${exact(sum(({ value }) => value))} ${first?.quote ?? ""}`]),
                  ].join("，")
        return {
            label: first?.file ?? "",
            what: first === undefined ? "" : whatOf(first),
            rows:
                list.length <= LONGEST_LIST / 2
                    ? words.chosenIn(list, group.length)
                    : words.manyRanges(start, last, group.length),
            amount,
        }
    })
}
