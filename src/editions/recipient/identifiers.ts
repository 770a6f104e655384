import { beijingWall, compareTimes, isUnknown, printUtc, type Time, utcWall } from "../../base/text/time.ts"
import { hasHash, internalNumber } from "../../facts/case/account-number.ts"
import type { Case } from "../../facts/case/schema.ts"
import { isAbout } from "../../facts/ledger/compare-figures.ts"
import { formatAmount } from "../../facts/money/format.ts"
import { quantityOf, type StatedAmount, statedFigure } from "../../facts/money/stated.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { type IdentifierTable, isNationalMoney, platformEn } from "../shared/identifiers.ts"
import { shown } from "../shared/print.ts"
import { NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { networkEn, partyEn, walletEn } from "../shared/wallets.ts"
import { WALLET_EN } from "../shared/wallets.words.ts"
import { frozenRows } from "./freeze.ts"
import { FROZEN } from "./freeze.words.ts"
import * as words from "./identifiers.words.ts"
import { marketEn, statusEn, typeEn } from "./order-terms.ts"
import { isHeldByOther, ownerOf } from "./owner.ts"
import { keepUsed } from "./scope.ts"
import { targetRows } from "./targets.ts"
import { ownerEn, TARGETS, TARGETS_ALONE } from "./targets.words.ts"

/**
 * Identifiers for the recipient: typed facts only, in English, nothing about third persons. Ids are copied, never retyped
 * or re-cased. A time stands under UTC only where its zone is known.
 */

/** A table whose figures are aligned by their decimal points. */
export interface RecipientTable extends IdentifierTable {
    /** Heads of its columns of figures. */
    readonly figures: readonly string[]
}

/**
 * Orders and transfers first: they are what is looked up. Tables without rows are left out, and those that a kind of
 * request has no need of.
 */
export function recipientIdentifiers(facts: Case, recipient: Recipient, officer: Officer): readonly RecipientTable[] {
    const { schedule } = typeOf(officer)
    if (schedule === "assets") return [{ ...FROZEN, rows: frozenRows(officer), figures: [] }]
    const keep = keepUsed(officer)
    const labels = labelsOf(facts, officer)
    const owner = ownerOf(facts, recipient, officer)
    const orders = (facts.orders ?? []).filter((_, index) => keep("orders", index))
    const transfers = (facts.transfers ?? []).filter(
        ({ value }, index) => keep("transfers", index) && !isNationalMoney(value.asset),
    )
    const ips = (facts.ips ?? []).filter((_, index) => keep("ips", index))
    const tables = [
        orderTable(byTime(orders), labels),
        transferTable(byTime(transfers), labels, facts, owner === "elsewhere"),
        ...(schedule === "all" ? [ipTable(ips, labels), keyTable(facts, labels)] : []),
        {
            ...words.ACCOUNT,
            rows:
                owner === "elsewhere"
                    ? []
                    : [
                          [words.ACCOUNT_ITEMS.role, ownerEn(owner, isOwnWallet(facts))],
                          [words.ACCOUNT_ITEMS.platform, platformEn(facts, recipient) ?? NOT_PROVIDED_EN],
                          ...present(words.ACCOUNT_ITEMS.uid, facts.account.uid),
                          ...present(words.ACCOUNT_ITEMS.email, facts.account.registeredEmail),
                          ...(facts.account.subAccounts ?? []).map((one) => [words.ACCOUNT_ITEMS.sub, one]),
                      ],
            figures: [],
        },
        {
            ...TARGETS,
            ...(owner === "elsewhere" ? { title: TARGETS_ALONE } : {}),
            rows: targetRows(facts, officer),
            figures: [],
        },
    ]
    return tables.filter((table) => table.rows.length > 0)
}

function byTime<T extends { readonly at: Time }>(entries: readonly T[]): readonly T[] {
    return [...entries].sort((a, b) => compareTimes(a.at, b.at))
}

/** A row for what is known; what is not needs none. */
function present<T extends string>(item: T, value: string | undefined): readonly (readonly [T, string])[] {
    return value === undefined ? [] : [[item, value]]
}

/** An English name that the officer gave, and the entry of the case that it is for, where it names one by its place. */
interface Label {
    readonly fact: string
    readonly labelEn: string
    readonly entry?: object
}

function labelsOf(facts: Case, officer: Officer): readonly Label[] {
    return (officer.request?.labels ?? []).map((label) => {
        const [, list = "", index = ""] = /^(orders|transfers|ips)\[(\d+)\]$/.exec(label.fact) ?? []
        const entries = list === "orders" || list === "transfers" || list === "ips" ? facts[list] : undefined
        const entry = entries?.[Number(index)]
        return entry === undefined ? label : { ...label, entry }
    })
}

/** The name of an entry, or of what is called by one of these ids. */
function labelFor(labels: readonly Label[], entry: object | undefined, ids: readonly (string | undefined)[]) {
    return labels.find((label) => (entry !== undefined && label.entry === entry) || ids.includes(label.fact))?.labelEn
}

interface Column<T> {
    readonly head: string
    readonly isFigure?: true
    /** Left out where no row has anything here. */
    readonly isOptional?: true
    cell(entry: T): string | undefined
}

function tableOf<T>(title: string, columns: readonly Column<T>[], entries: readonly T[]): RecipientTable {
    const used = columns.filter(
        ({ isOptional, cell }) => isOptional === undefined || entries.some((entry) => cell(entry) !== undefined),
    )
    return {
        title,
        columns: used.map(({ head }) => head),
        rows: entries.map((entry) => used.map(({ cell }) => cell(entry) ?? words.NONE)),
        figures: used.filter(({ isFigure }) => isFigure).map(({ head }) => head),
    }
}

/** UTC, what has no zone in a column of its own, and last of all columns the clock of China. */
function clocks<T extends { readonly at: Time }>(): readonly [utc: Column<T>, unzoned: Column<T>, china: Column<T>] {
    return [
        { head: words.UTC_CLOCK, cell: ({ at }) => utcCell(at) },
        { head: words.UNZONED, isOptional: true, cell: ({ at }) => (isUnzoned(at) ? printLocal(at) : undefined) },
        { head: words.CHINA_CLOCK, isOptional: true, cell: ({ at }) => beijingWall(at) },
    ]
}

function isUnzoned(at: Time): boolean {
    return at.epochMs === undefined && !isUnknown(at)
}

/** What is no clock in UTC says so in its own cell: paper has that column alone. */
function utcCell(at: Time): string | undefined {
    if (at.epochMs === undefined) return undefined
    return at.about === true ? printUtc(at) : (utcWall(at) ?? printUtc(at))
}

/** The wall clock as the source has it; `about` where it is only that. */
function printLocal({ local, about }: Time): string {
    return about === true ? words.about(local) : local
}

type Order = NonNullable<Case["orders"]>[number]

function orderTable(orders: readonly Order[], labels: readonly Label[]): RecipientTable {
    const { ORDERS } = words
    const [utc, unzoned, china] = clocks<Order>()
    // Lists of trades know only what was traded.
    const sizeIsKnown = orders.some(({ filled }) => filled !== undefined) ? { isOptional: true as const } : {}
    return tableOf(
        ORDERS.title,
        [
            utc,
            unzoned,
            { head: ORDERS.market, isOptional: true, cell: ({ market }) => marketEn(market) },
            { head: ORDERS.symbol, cell: ({ symbol }) => shown(symbol) },
            { head: ORDERS.side, cell: ({ side }) => side.toUpperCase() },
            { head: ORDERS.type, isOptional: true, cell: ({ type }) => typeEn(type) },
            { head: ORDERS.quantity, isFigure: true, ...sizeIsKnown, cell: ({ quantity }) => quantity },
            { head: ORDERS.filled, isFigure: true, isOptional: true, cell: ({ filled }) => filled },
            { head: ORDERS.average, isFigure: true, isOptional: true, cell: ({ average }) => average },
            { head: ORDERS.price, isFigure: true, isOptional: true, cell: ({ price }) => price },
            { head: ORDERS.status, isOptional: true, cell: ({ status, filled }) => statusEn(status, filled) },
            { head: ORDERS.id, cell: ({ orderId }) => orderId },
            { head: ORDERS.clientId, isOptional: true, cell: ({ clientOrderId }) => clientOrderId },
            { head: ORDERS.tradeId, isOptional: true, cell: ({ tradeId }) => tradeId },
            {
                head: words.LABEL,
                isOptional: true,
                cell: (order) => labelFor(labels, order, [order.orderId ?? order.clientOrderId]),
            },
            china,
        ],
        orders,
    )
}

type Transfer = NonNullable<Case["transfers"]>[number]

/** Transfers and withdrawals; chain and memo have a column where one of them names it. */
function transferTable(
    transfers: readonly Transfer[],
    labels: readonly Label[],
    facts: Case,
    isElsewhere: boolean,
): RecipientTable {
    const { TRANSFERS } = words
    const { exchange } = facts.account
    const elsewhere = isOwnWallet(facts) ? () => words.OWN_WALLET : words.elsewhere
    const [utc, unzoned, china] = clocks<Transfer>()
    const numberEn = (text = ""): string | undefined => {
        const number = internalNumber(text)
        return number === undefined ? text || undefined : words.toUser(number)
    }
    const otherwise = ({ from, to }: Transfer): string =>
        walletEn(from) !== undefined && walletEn(to) !== undefined ? words.INTERNAL : NOT_PROVIDED_EN
    const party = (text: string): string => {
        const name = partyEn(text, exchange) ?? NOT_PROVIDED_EN
        // A wallet of the desk's own would be looked for here.
        return isElsewhere && (walletEn(text) ?? WALLET_EN.account) === name ? elsewhere(name) : name
    }
    const hasNetwork = transfers.some(({ network }) => network !== undefined)
    return tableOf(
        TRANSFERS.title,
        [
            utc,
            unzoned,
            { head: TRANSFERS.asset, cell: ({ value }) => value.asset },
            { head: TRANSFERS.amount, isFigure: true, cell: ({ value }) => amountEn(value) },
            {
                head: TRANSFERS.network,
                isOptional: true,
                cell: (transfer) => (hasNetwork ? (networkEn(transfer.network) ?? otherwise(transfer)) : undefined),
            },
            { head: TRANSFERS.from, cell: ({ from }) => party(from) },
            { head: TRANSFERS.to, cell: ({ to }) => party(to) },
            { head: TRANSFERS.memo, isOptional: true, cell: ({ memo }) => memo },
            {
                head: transfers.some((one) => one.txHash !== undefined && !hasHash(one))
                    ? TRANSFERS.number
                    : TRANSFERS.hash,
                cell: (transfer) => numberEn(transfer.txHash) ?? otherwise(transfer),
            },
            {
                head: words.LABEL,
                isOptional: true,
                cell: (entry) =>
                    labelFor(labels, entry, [entry.txHash, partyEn(entry.to, exchange), partyEn(entry.from, exchange)]),
            },
            china,
        ],
        transfers,
    )
}

/** The figure, `about` where it is only that. */
function amountEn(value: StatedAmount): string | undefined {
    const quantity = isAbout(value) ? quantityOf(value) : undefined
    return quantity === undefined
        ? figureEn(value)
        : words.about(formatAmount(quantity, value.asset, { grouped: false }))
}

/** The figure; one in the reporter's own words, or none, is not passed on. */
export function figureEn(value: StatedAmount): string | undefined {
    const figure = statedFigure(value, { grouped: false })
    return figure !== undefined && /^[\d.]+$/.test(figure) ? figure : undefined
}

function ipTable(ips: NonNullable<Case["ips"]>, labels: readonly Label[]): RecipientTable {
    const { IPS } = words
    return tableOf(
        IPS.title,
        [
            { head: IPS.address, cell: ({ address }) => address },
            { head: IPS.role, cell: ({ role }) => (role === undefined ? NOT_PROVIDED_EN : words.IP_ROLE_EN[role]) },
            { head: words.LABEL, isOptional: true, cell: (entry) => labelFor(labels, entry, [entry.address]) },
        ],
        ips,
    )
}

/** The API key by what tells it apart; names of the key and of its application only in the officer's words. */
function keyTable(facts: Case, labels: readonly Label[]): RecipientTable {
    const rows = keyDetails(facts, labels).map(([item, value]) => [words.KEY_ITEMS[item], value])
    return { ...words.KEY, rows, figures: [] }
}

/** What is known of the key and may leave, in the order of the table. */
export function keyDetails(
    { apiKey }: Case,
    labels: readonly Label[],
): readonly (readonly [keyof typeof words.KEY_ITEMS, string])[] {
    if (apiKey === undefined || apiKey.state === "none") return []
    const at = (time: Time | undefined): string | undefined =>
        time === undefined || isUnknown(time) ? undefined : printUtc(time)
    const ended = apiKey.state === "deleted" || apiKey.state === "disabled" ? apiKey.state : undefined
    return [
        ...present("application" as const, labelFor(labels, undefined, ["application"])),
        ...present("label" as const, labelFor(labels, undefined, ["apiKey"])),
        ...present("ending" as const, apiKey.lastCharacters),
        ...present("created" as const, at(apiKey.createdAt)),
        ...(ended === undefined ? [] : present(ended, at(apiKey.stateAt))),
    ]
}

/** What the heading over the assets says became of them. */
export function assetsTitle(facts: Case, isSaidByComplainant = isHeldByOther(facts)): string {
    const { kind } = facts.incident
    const ASSETS = words.assets(isHeldByOther(facts), isSaidByComplainant)
    const isSold = kind.includes("unauthorised-trading")
    const isMoved = kind.includes("unauthorised-transfer") || kind.includes("unauthorised-withdrawal")
    const isTaken = kind.includes("account-takeover")
    if (isTaken || (isSold && isMoved)) return ASSETS.both
    if (isSold) return ASSETS.sold
    return isMoved ? ASSETS.moved : ASSETS.paid
}
