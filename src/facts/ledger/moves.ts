import { addAmounts, type Decimal, subtractAmounts } from "../money/amount.ts"
import type { ChangeClass } from "./row.ts"
import type { Total } from "./tally.ts"
import {
    charged,
    type Figure,
    figures,
    figuresOfAll,
    type Reconciliation,
    sumOf,
    type Totals,
    value,
    ZERO,
} from "./totals.ts"

/** What was moved within the account, what left it, and what was borrowed. */

/** What was moved between parts of the account. */
export interface MoveLine extends Figure {
    readonly from: string
    readonly to: string
}

/** Moves between parts of the account: each has a leg out and a leg in. */
export function moves(totals: Totals): { lines: readonly MoveLine[]; gaps: readonly Reconciliation[] } {
    const fits = (total: Total): boolean => total.kind === "change" && total.class === "transfer"
    const reports = totals.ledgers(fits)
    const [report] = reports
    if (report === undefined) return { lines: [], gaps: [] }
    const found = totals.find((total) => reports.includes(total.report) && fits(total))
    const assets = [...new Set(found.map(({ asset }) => asset))]
    const lines: MoveLine[] = []
    const gaps: Reconciliation[] = []
    for (const asset of assets) {
        const legs = found.filter((total) => total.asset === asset)
        const [outs, ins] = [legs.filter(({ way }) => way === "out"), legs.filter(({ way }) => way === "in")]
        const [out, into] = [subtractAmounts(ZERO, sumOf(outs)), sumOf(ins)]
        const line = (from: readonly Total[], to: readonly Total[]): MoveLine => {
            const of = (total: Total): boolean => from.includes(total) || to.includes(total)
            const [went, came] = [subtractAmounts(ZERO, sumOf(from)), sumOf(to)]
            const moved = { value: went.gt("0") ? went : came, from: walletsOf(from), to: walletsOf(to) }
            const bases = reports.map((one) => totals.basis(one, of))
            const files = [...new Set(bases.flatMap((basis) => basis.files))]
            const [rows, without] = (["rows", "without"] as const).map((part) =>
                bases.reduce((sum, basis) => sum + basis[part], 0),
            )
            return { report, files, rows: rows ?? 0, without: without ?? 0, asset, ...moved }
        }
        const pairs = pairedWallets(outs, ins)
        lines.push(...(pairs === undefined ? [line(outs, ins)] : pairs.map(([from, to]) => line(from, to))))
        if (ins.length > 0 && outs.length > 0)
            gaps.push({ what: "moved-out-in", name: asset, asset, left: out, right: into, gap: out.minus(into) })
    }
    return { lines, gaps }
}

const walletsOf = (of: readonly Total[]): string => [...new Set(of.map(({ wallet = "" }) => wallet))].join("、")

/** What left each wallet with what came to another one, where the sums tell which; nothing where they do not. */
function pairedWallets(
    outs: readonly Total[],
    ins: readonly Total[],
): readonly (readonly [from: readonly Total[], to: readonly Total[]])[] | undefined {
    const byWallet = (of: readonly Total[]) =>
        [...new Set(of.map(({ wallet }) => wallet))].map((wallet) => of.filter((one) => one.wallet === wallet))
    const [from, to] = [byWallet(outs), byWallet(ins)]
    if (from.length < 2 || from.length !== to.length) return undefined
    const pairs = from.flatMap((one) => {
        const sum = subtractAmounts(ZERO, sumOf(one))
        const same = to.filter((other) => other[0]?.wallet !== one[0]?.wallet && sumOf(other).eq(sum))
        return same.length === 1 && same[0] !== undefined ? [[one, same[0]] as const] : []
    })
    return pairs.length === from.length && new Set(pairs.map(([, other]) => other)).size === to.length
        ? pairs
        : undefined
}

/** Withdrawals of the report of them, else of a ledger; positive. */
export function withdrawn(totals: Totals): readonly Figure[] {
    const told = figures(totals, "withdrawals", ({ kind }) => kind === "withdrawn")
    const isTold = ({ asset }: { readonly asset: string }): boolean => told.some((one) => one.asset === asset)
    // A report of withdrawals may be of one coin, or of national money alone; payments are in none.
    return [...told, ...leftByLedger(totals, (total) => !isTold(total) || total.isUnlisted === true)]
}

function leftByLedger(totals: Totals, isOf: (total: Total) => boolean): readonly Figure[] {
    const fits = (total: Total): boolean => total.kind === "change" && total.class === "withdrawal" && isOf(total)
    return figuresOfAll(totals, totals.ledgers(fits), fits, charged)
}

/** What a report of withdrawals lists, with or without its fees, and what left by a ledger. */
export function withdrawalGaps(totals: Totals, fees: readonly Figure[]): readonly Reconciliation[] {
    const ledger = leftByLedger(totals, ({ isUnlisted }) => isUnlisted !== true)
    return figures(totals, "withdrawals", ({ kind }) => kind === "withdrawn").flatMap(({ asset, value: bare }) => {
        const right = ledger.find((one) => one.asset === asset)?.value
        if (right === undefined) return []
        const whole = addAmounts([bare, fees.find((one) => one.asset === asset)?.value ?? ZERO])
        const left = whole.eq(right) ? whole : bare
        return [{ what: "withdrawn", name: asset, asset, left, right, gap: subtractAmounts(left, right) }]
    })
}

/** What came and what went of an asset; both positive. */
export interface BothWays extends Figure {
    readonly went: Decimal
}

/**
 * What was borrowed, and what was repaid or charged for it: a change of an asset has it within, so that what is still owed
 * looks like nothing lost.
 */
export function loans(totals: Totals): readonly BothWays[] {
    return bothWays(totals, "loan")
}

/**
 * What came back from products of the exchange (savings, staking), and what was put into them: as with loans, what was
 * taken out and then lost leaves a change of nothing.
 */
export function earned(totals: Totals): readonly BothWays[] {
    return bothWays(totals, "earn")
}

/** Moves within the account of which the files have one end alone: the change of an asset has them within. */
export function oneSided(totals: Totals): readonly BothWays[] {
    return bothWays(totals, "transfer").filter(({ value: came, went }) => came.eq("0") !== went.eq("0"))
}

function bothWays(totals: Totals, what: ChangeClass): readonly BothWays[] {
    const fits = (total: Total): boolean => total.kind === "change" && total.class === what
    const of =
        (way: Total["way"]) =>
        (total: Total): Decimal =>
            total.way === way ? value(total).abs() : ZERO
    const reports = totals.ledgers(fits)
    const out = figuresOfAll(totals, reports, fits, of("out"))
    return figuresOfAll(totals, reports, fits, of("in")).map((line) => ({
        ...line,
        went: out.find(({ asset }) => asset === line.asset)?.value ?? ZERO,
    }))
}

/** What the account had more or less of each asset. */
export function changes(totals: Totals): readonly Figure[] {
    const fits = (total: Total): boolean => total.kind === "change"
    return figuresOfAll(totals, totals.ledgers(fits), fits).filter((one) => !one.value.eq("0"))
}
