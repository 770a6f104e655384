import { compareTimes, printBeijing } from "../../base/text/time.ts"
import { isWalletAddress } from "../../facts/case/account-number.ts"
import type { Case } from "../../facts/case/schema.ts"
import { clockText } from "../../facts/ledger/clock.ts"
import { magnitude, plainText } from "../../facts/ledger/number.ts"
import type { PlacedRow } from "../../facts/ledger/reading.ts"
import { assetOf } from "../../facts/money/asset.ts"
import { statedFigure } from "../../facts/money/stated.ts"
import { isCalled, isOwnWallet } from "../../facts/recipients/platform.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { basisText } from "./basis.ts"
import { codeZh } from "./code-words.ts"
import {
    ACCOUNT_ZH,
    FIGURES,
    furtherRows,
    IP_ROLE_ZH,
    LONGEST,
    ON_PAPER,
    ORDER_DETAIL_ZH,
    ORDER_FIGURES,
    POLICE,
    rowOf,
    SIDE_ZH,
    TIMES,
    withMemo,
} from "./identifiers.words.ts"
import { matterZh } from "./matter.ts"
import { bothClocks, clause, money, shown, stated } from "./print.ts"
import { NOT_PROVIDED } from "./print.words.ts"

/**
 * Identifiers of a case as rows of text: account, orders, transfers, addresses. Ids are copied, never retyped or
 * re-cased; each time stands in UTC first and in Beijing time second.
 */

export interface IdentifierTable {
    readonly title: string
    readonly columns: readonly string[]
    readonly rows: readonly (readonly string[])[]
}

/** Drops entries that an officer marked 本次请求未采用: `orders[0]`, `transfers[1]`, `ips[2]`. */
export type Keep = (kind: "orders" | "transfers" | "ips", index: number) => boolean

/** What the number of an account is called; a wallet of its owner's has an address in its place. */
export const uidZh = (uid?: string): string => (isWalletAddress(uid) ? ACCOUNT_ZH.wallet : ACCOUNT_ZH.uid)

/** Withdrawals of the exports that are listed one by one. */
const MOST_UNTOLD = 200

/** Where else assets went, by the exports: a desk finds a withdrawal by its hash, whether somebody typed it or not. */
function untoldTable(untold: readonly PlacedRow[]): IdentifierTable {
    const clock = (row: PlacedRow, hours: number): string =>
        row.epochMs === undefined ? NOT_PROVIDED : clockText(row.epochMs + hours * 3_600_000, row.span)
    const rows = untold
        .slice(0, MOST_UNTOLD)
        .map((row) => [
            clock(row, 0),
            clock(row, 8),
            shown(row.asset),
            magnitude(plainText(row.amount)),
            row.memo === undefined ? shown(row.address) : withMemo(shown(row.address), row.memo),
            shown(row.network, "—"),
            shown(row.txHash, "—"),
            rowOf(row.file, row.row),
        ])
    const more = untold.length - rows.length
    return { ...POLICE.untold, rows: more === 0 ? rows : [...rows, [...Array<string>(7).fill("—"), furtherRows(more)]] }
}

/** What an account has with a platform; of a wallet that no platform has it is not said to be missing. */
function ofPlatform(name: string, value: string | undefined, facts: Case): readonly (readonly string[])[] {
    return value === undefined && isOwnWallet(facts) ? [] : [[name, shown(value)]]
}

/**
 * All identifiers for the police: leads about third parties included.
 *
 * @param untold - Withdrawals among the rows of exports that are reckoned with, of which the case says nothing.
 */
export function policeIdentifiers(facts: Case, untold: readonly PlacedRow[] = []): readonly IdentifierTable[] {
    const tables: IdentifierTable[] = [
        {
            ...POLICE.account,
            rows: [
                [ACCOUNT_ZH.exchange, shown(facts.account.exchange)],
                ...(facts.account.holder === undefined ? [] : [[ACCOUNT_ZH.holder, shown(facts.account.holder.name)]]),
                [uidZh(facts.account.uid), shown(facts.account.uid)],
                ...ofPlatform(ACCOUNT_ZH.email, facts.account.registeredEmail, facts),
                ...(facts.account.subAccounts ?? []).map((one) => [ACCOUNT_ZH.sub, one]),
                ...ofPlatform(ACCOUNT_ZH.phone, facts.account.registeredPhone, facts),
            ],
        },
        orderTable(facts),
        {
            ...POLICE.transfers,
            rows: sortedTransfers(facts).map(({ transfer }) => {
                const { utc, beijing } = bothClocks(transfer.at)
                const { asset } = transfer.value
                return [
                    utc,
                    beijing,
                    shown(asset),
                    statedFigure(transfer.value, { grouped: false }) ?? stated(transfer.value),
                    codeZh("wallet", transfer.from),
                    transfer.memo === undefined
                        ? codeZh("wallet", transfer.to)
                        : withMemo(shown(transfer.to), transfer.memo),
                    shown(transfer.network, "—"),
                    transfer.txHash ?? "—",
                    basisText(transfer),
                ]
            }),
        },
        untoldTable(untold),
        {
            ...POLICE.sites,
            rows: (facts.sites ?? []).map((site) => [shown(site.name), shown(site.url), ...owned(site)]),
        },
        {
            ...POLICE.emails,
            rows: (facts.emails ?? []).map((entry) => [entry.address, ...owned(entry)]),
        },
        {
            ...POLICE.ips,
            rows: (facts.ips ?? []).map((entry) => [
                entry.address,
                entry.role === undefined ? "—" : IP_ROLE_ZH[entry.role],
                ...owned(entry),
            ]),
        },
        {
            ...POLICE.socialAccounts,
            rows: (facts.socialAccounts ?? []).map((entry) => [
                shown(entry.platform),
                shown(entry.account),
                ...owned(entry),
            ]),
        },
        {
            ...POLICE.bankAccounts,
            rows: (facts.bankAccounts ?? []).map((entry) => [
                shown(entry.holder),
                shown(entry.bank),
                shown(entry.account),
                entry.paid === undefined ? "—" : money(entry.paid),
                entry.at === undefined ? "—" : printBeijing(entry.at),
                ...owned(entry),
            ]),
        },
        {
            ...POLICE.contacts,
            rows: (facts.contacts ?? []).map((entry) => [
                shown(entry.name),
                shown(entry.phone),
                shown(entry.email),
                shown(entry.role),
                basisText(entry),
            ]),
        },
    ]
    return tables.filter((table) => table.rows.length > 0)
}

/** Lists of trades know neither what was ordered nor at which price: then the columns are those of what was traded. */
function orderTable(facts: Case): IdentifierTable {
    const orders = sortedOrders(facts).map(({ order }) => order)
    const size = orders.some(({ quantity }) => quantity !== undefined) ? "quantity" : "filled"
    const price = orders.some((order) => order.price !== undefined) ? "price" : "average"
    const rows = orders.map((order) => {
        const { utc, beijing } = bothClocks(order.at)
        return [
            utc,
            beijing,
            shown(order.symbol),
            SIDE_ZH[order.side],
            order[size] ?? NOT_PROVIDED,
            order[price] ?? "—",
            order.orderId ?? NOT_PROVIDED,
            order.clientOrderId ?? "—",
            [...orderDetails(order, [size, price]), basisText(order)].join("；"),
        ]
    })
    return { ...POLICE.orders(ORDER_FIGURES[size], ORDER_FIGURES[price]), rows }
}

/** Whose it is, what it rests on, and a remark. */
function owned(entry: Omit<NonNullable<Case["emails"]>[number], "address">): readonly string[] {
    return [shown(entry.owner), basisText(entry), shown(entry.note, "—")]
}

/** What an export says of an order besides the columns of the table. */
function orderDetails(order: NonNullable<Case["orders"]>[number], inColumns: readonly string[]): readonly string[] {
    return ORDER_DETAILS.flatMap((name) => {
        const text = order[name]
        return text === undefined || inColumns.includes(name)
            ? []
            : [ORDER_DETAIL_ZH[name](clause(codeZh("order", text)))]
    })
}
const ORDER_DETAILS = ["market", "type", "filled", "average", "status", "tradeId"] as const

/** True for national currencies: a recipient gets assets, never their value in money. */
export function isNationalMoney(asset: string): boolean {
    return assetOf(asset).kind === "fiat"
}

/**
 * The recipient's own name where the case says that the account is with it, in whatever words; a name that the victim
 * wrote is never passed on.
 */
export function platformEn(facts: Case, recipient: Recipient): string | undefined {
    return isCalled(facts.account.exchange, recipient.name) ? recipient.name.en : undefined
}

function sortedOrders(facts: Case) {
    return (facts.orders ?? [])
        .map((order, index) => ({ order, index }))
        .sort((a, b) => compareTimes(a.order.at, b.order.at))
}
function sortedTransfers(facts: Case) {
    return (facts.transfers ?? [])
        .map((transfer, index) => ({ transfer, index }))
        .sort((a, b) => compareTimes(a.transfer.at, b.transfer.at))
}

/** Data of 账号、订单与地址标识信息表. */
export function identifiersView(facts: Case, untold: readonly PlacedRow[] = []): object {
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        tables: policeIdentifiers(facts, untold).map(printedTable),
    }
}

interface PrintedCell {
    readonly text: string
    readonly below?: string
    readonly isFigure: boolean
}

/**
 * A table as it stands on paper: both clocks in one column, numbers below each other, no column of dashes alone, and what
 * is longest at the end, where it gets a line of its own below the others.
 */
function printedTable({ title, columns, rows }: IdentifierTable): object {
    const isTimed = columns[0] === TIMES.utc
    const shownColumns = columns
        .map((head, at) => ({ head, at, isFigure: FIGURES.includes(head) }))
        .filter(({ at }) => !(isTimed && at === 1) && rows.some((row) => row[at] !== "—"))
        .sort((a, b) => Number(a.head === LONGEST) - Number(b.head === LONGEST))
    return {
        title,
        columns: shownColumns.map(({ head, at }) => (isTimed && at === 0 ? TIMES.both : (ON_PAPER[head] ?? head))),
        rows: rows.map((row) =>
            shownColumns.map(({ at, isFigure }): PrintedCell => {
                const [text = "", second = ""] = row.slice(at)
                if (!isTimed || at > 0) return { text, isFigure }
                const utc = /\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(text) ? `${text}Z` : text
                return { text: second, ...(utc === second ? {} : { below: utc }), isFigure: false }
            }),
        ),
    }
}

/** Comma-separated values (RFC 4180) with one table after the other, a title line before each; UTF-8 with BOM for Excel. */
export function identifiersCsv(tables: readonly IdentifierTable[]): string {
    const quote = (cell: string): string => {
        // A leading sign would be run as a formula by spreadsheet programs.
        const inert = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell
        return /[",\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
    }
    const lines = tables.flatMap((table) => [[table.title], table.columns, ...table.rows, []])
    return `\uFEFF${lines.map((line) => line.map(quote).join(",")).join("\r\n")}\r\n`
}

/**
 * Tables as sheets of a workbook: widths in characters, one header row that stays in view.
 *
 * @param grey - Heads of columns that are there for comparison alone.
 */
export function tableSheets(tables: readonly IdentifierTable[], grey: readonly string[] = []) {
    return tables.map((table) => {
        const rows = [table.columns, ...table.rows]
        const isGrey = table.columns.map((head) => grey.includes(head))
        const cells = table.rows.map((row) =>
            row.map((text, i) => (isGrey[i] === true ? { text, style: "hint" as const } : text)),
        )
        const widths = table.columns.map((_, i) =>
            Math.min(84, Math.max(8, ...rows.map((row) => displayWidth(row[i] ?? "") + 2))),
        )
        return { name: table.title.slice(0, 31), widths, headerRows: 1, rows: [table.columns, ...cells] }
    })
}

/** In figures of the sheet's font: a Chinese character takes two, a capital somewhat more than one. */
function displayWidth(text: string): number {
    const widthOf = (character: string): number => (character > "\u2e7f" ? 2 : /[A-Z]/.test(character) ? 1.25 : 1)
    return Math.ceil([...text].reduce((width, character) => width + widthOf(character), 0))
}
