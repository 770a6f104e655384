import { type Format, layout, operationsBy, type Role } from "../format.ts"
import { isBlankCell, type Marks, magnitude } from "../number.ts"
import type { LedgerRow, Sum } from "../row.ts"
import { Unreadable } from "../row-cells.ts"
import { readQuantity } from "../units.ts"

const OPERATIONS = operationsBy({
    convert:
        "crypto_exchange|viban_purchase|crypto_viban_exchange|dust_conversion_*|crypto_wallet_swap_*|lockup_swap_*|dynamic_coin_swap_*|interest_swap_*",
    purchase:
        "crypto_purchase|van_purchase|crypto_to_van_sell_order|recurring_buy_order|trading*|finance.crypto_basket*",
    transfer: "crypto_to_exchange_transfer|exchange_to_crypto_transfer|viban_card_top_up",
    deposit: "crypto_deposit|viban_deposit|fiat_deposit",
    withdrawal: "crypto_withdrawal|viban_withdrawal|fiat_withdrawal|crypto_transfer|crypto_payment*|card_top_up",
    // Money that is lent until a transfer from the bank arrives.
    loan: "crypto_credit_*|viban_deposit_precredit*",
    earn: "crypto_earn_program_*|supercharger_deposit|supercharger_withdrawal|lockup_lock|lockup_unlock|lockup_upgrade|council_node_deposit_*|*.staking.crypto_wallet|*.unstaking.crypto_wallet|*dpos_lock.crypto_wallet|*dpos_unlock.crypto_wallet|*.deposit.crypto_wallet|invest_deposit|invest_withdrawal",
    interest:
        "referral_*|reimbursement*|card_cashback_reverted|crypto_earn_interest_paid|crypto_earn_extra_interest_paid|supercharger_reward*|rewards_*|admin_wallet_credited|*_reward|*interest.crypto_wallet|*interest_paid.crypto_wallet|transfer_cashback|lockup_swap_rebate|airdrop*|campaign*",
})

/** What the list of national money writes without the sign. */
const GOES_OUT = /^viban_(?:withdrawal|card_top_up|deposit_precredit_repayment)$/i
/** An order that waits: only what it fills (`…_commit`) moves anything, and it is listed with its whole amount then. */
const WAITS = /^trading\..*_(?:un)?lock$/i
/** Loaded onto the card from elsewhere in the account; what else comes in on it is nowhere named. */
const LOADED = /deposit|top.?up/i

/** Puts right what the lists of coins, of national money and of the card, which have one header, write otherwise. */
function refined(row: LedgerRow, cell: (role: Role) => string, _: unknown, marks: Marks): LedgerRow {
    const { operation = "" } = row
    if (WAITS.test(operation)) return { ...row, status: "open" }
    if (GOES_OUT.test(operation)) return { ...row, amount: `-${magnitude(row.amount ?? "0")}` }
    const text = cell("bought")
    const got = isBlankCell(text) ? undefined : readQuantity(text, [], marks)
    if (got !== undefined && "fault" in got) throw new Unreadable("number-malformed", "bought")
    const other = { asset: cell("base").toUpperCase(), amount: got?.amount ?? "" }
    const isOther = other.amount !== "" && other.asset !== "" && other.asset !== row.asset
    if (operation === "") return ofCard(isOther ? { ...row, ...other } : row)
    return isOther ? exchanged(row, other) : row
}

/** A row of the card, which names no kind: of a payment in another money what it cost in that of the card. */
function ofCard(row: LedgerRow): LedgerRow {
    if (row.amount?.startsWith("-") === true) return { ...row, class: "withdrawal" }
    return LOADED.test(row.note ?? "") ? { ...row, class: "transfer" } : row
}

/** What one asset was exchanged for stands in the same row. */
function exchanged(row: LedgerRow, got: Sum): LedgerRow {
    const { asset: quote, amount: paid = "0", class: _class, ...rest } = row
    if (quote === undefined) return row
    const [base, filled, value] = [got.asset, magnitude(got.amount), magnitude(paid)]
    return { ...rest, kind: "convert", side: "buy", symbol: `${base}/${quote}`, base, quote, filled, value }
}

const LINE =
    "time=Timestamp (UTC), note=Transaction Description, asset=Currency, amount=Amount, base=To Currency, bought=To Amount, _=Native Currency, _=Native Amount, _=Native Amount (in USD), operation=Transaction Kind"

/**
 * What the app exports; more than ten public importers of 2020 to 2026 agree on it (rotki, cryptocom.py, among them), and
 * test files of dali-rp2. Its lists of coins, of national money (no signs) and of the card (no kinds) have one header; a
 * purchase or sale for money stands in the first two, seconds apart.
 */
export const CRYPTO_COM: readonly Format[] = [
    {
        id: "crypto-com.statement",
        exchange: "Crypto.com",
        report: "statement",
        kind: "change",
        operations: OPERATIONS,
        eitherWay: /^crypto_(?:transfer|payment)/i,
        refine: refined,
        sharesConversions: true,
        again: "Accounts / Transaction History → Export",
        layouts: [layout("app", "en", `${LINE}, tx?=Transaction Hash`)],
    },
]
