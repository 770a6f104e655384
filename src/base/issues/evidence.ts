/** Codes of `money/`, `evidence/`, `office/` and `mail/`. */
export type EvidenceIssues = {
    "money.amount.empty": Record<string, never>
    "money.amount.malformed": { text: string }
    "money.amount.ambiguous": { text: string }
    "money.amount.exponent": { text: string }
    "money.amount.signed": { text: string }
    "money.amount.too-precise": { text: string; asset: string; decimals: number; places: number }
    "money.amount.respelled": { text: string; read: string }
}
