import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { precisionMs } from "../../base/text/time.ts"
import { internalNumber } from "../case/account-number.ts"
import type { Case } from "../case/schema.ts"
import { type Decimal, decimal } from "../money/amount.ts"
import { quantityOf } from "../money/stated.ts"
import { beijingText } from "./clock.ts"
import { idOf, placeText } from "./finding-id.ts"
import type { Ledger } from "./ledger.ts"
import type { PlacedRow } from "./reading.ts"
import { chosenRows } from "./reckon.ts"
import { MINUTE } from "./wall.ts"

/** What left the account among the rows reckoned with, and the case does not tell: where to is what is looked into first. */

/** From the westernmost zone to the easternmost. */
const DAY = 26 * 60 * MINUTE
/** Rows that a finding names. */
const MOST_NAMED = 3

export function untoldWithdrawals(facts: Case, ledger: Ledger, path: IssuePath): Issue[] {
    const untold = untoldRows(facts, ledger)
    if (untold.length === 0) return []
    const named = untold.slice(0, MOST_NAMED)
    const params = {
        id: idOf("withdrawal-untold", ...untold.map(placeText)),
        count: untold.length,
        found: named.map(textOf).join("、"),
        place: named.map(placeText).join("、"),
        more: untold.length - named.length,
    }
    return [issue("ledger.case.withdrawal-untold", path, params, "warning")]
}

/** The rows themselves, those of lists of withdrawals first. */
export function untoldRows(facts: Case, ledger: Ledger): readonly PlacedRow[] {
    const rows = chosenRows(ledger)
    const listed = rows.filter(({ kind }) => kind === "withdrawal")
    const lists = new Set(listed.map(({ asset }) => asset))
    // A ledger has the same withdrawals without where they went.
    const others = rows.filter(
        ({ kind, class: of, asset, amount, isUnlisted }) =>
            kind === "change" &&
            of === "withdrawal" &&
            amount?.startsWith("-") === true &&
            (isUnlisted === true || !lists.has(asset)),
    )
    const told = JSON.stringify(facts).toLowerCase()
    return [...listed, ...others].filter((row) => !isTold(row, facts, told))
}

function isTold(row: PlacedRow, { transfers = [] }: Case, told: string): boolean {
    const { txHash = "", address = "" } = row
    for (const name of [internalNumber(txHash) ?? txHash, address])
        if (name !== "" && told.includes(name.toLowerCase())) return true
    return transfers.some(({ at, value }) => {
        if (value.asset.toUpperCase() !== row.asset) return false
        if (at.epochMs === undefined || row.epochMs === undefined) return true
        const apart = Math.abs(row.epochMs - at.epochMs)
        if (apart <= Math.max(precisionMs(at), row.span ?? 0, MINUTE)) return true
        const stated = quantityOf(value)
        return stated !== undefined && apart <= DAY && amountsOf(row).some((amount) => amount.eq(stated))
    })
}

/** With the fee and without. */
function amountsOf({ asset, amount = "0", fees = [] }: PlacedRow): readonly Decimal[] {
    const plain = decimal(amount).abs()
    const fee = fees.find((one) => one.asset === asset)
    return fee === undefined ? [plain] : [plain, plain.plus(decimal(fee.amount).abs())]
}

function textOf({ amount = "0", asset = "", address, epochMs, span, isUnlisted, operation }: PlacedRow): string {
    const when = epochMs === undefined ? "" : `${beijingText(epochMs, span)} `
    return `${when}${decimal(amount).abs().toFixed()} ${asset}${address === undefined ? "" : ` → ${address}`}${isUnlisted === true && operation !== undefined ? ` (${operation})` : ""}`
}
