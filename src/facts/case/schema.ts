import * as z from "zod"
import { DEFAULT_RECIPIENT } from "./default-recipient.data.ts"
import { exportAnswer, exportRow, findingAnswer } from "./exports.ts"
import {
    amount,
    assetCode,
    date,
    decimal,
    email,
    evidenceLabel,
    fault,
    identifier,
    ipAddress,
    knownTime,
    marketSymbol,
    memo,
    phone,
    policeToo,
    reference,
    sourcedAmount,
    statement,
    text,
    time,
    transferNumber,
    url,
} from "./fields.ts"

/**
 * The case file. The first part are the twelve questions that every case must answer; all else is optional and typed.
 * Unknown fields are refused, so a misspelt one is never lost silently. `private: true` marks personal data that goes
 * to the police only.
 */

const evidence = z.array(evidenceLabel).optional()
const source = text.optional()
const mine = { private: true } as const

/** Documents that a number of the reporter can be of; where none is said it is taken for that of a resident. */
export const ID_KINDS = [
    "resident",
    "passport",
    "hk-macao-permit",
    "taiwan-permit",
    "permanent-residence",
    "other",
] as const
export type IdKind = (typeof ID_KINDS)[number]

const reporter = z.strictObject({
    name: text.meta(mine),
    namePinyin: text.optional().meta(mine),
    phone: phone.meta(mine),
    capacity: z.enum(["reporter", "accuser"]),
    idKind: z.enum(ID_KINDS).optional(),
    idNumber: identifier.optional().meta(mine),
    address: text.optional().meta(mine),
    email: email.optional().meta(mine),
})

/** What holds an account that is not the reporter's own. */
export const HOLDER_KINDS = ["person", "organisation"] as const
export type HolderKind = (typeof HOLDER_KINDS)[number]

/** A relative, a ward, the own company: whoever holds the account, where it is not the reporter. */
const holder = z.strictObject({
    kind: z.enum(HOLDER_KINDS),
    name: text.meta(mine),
    /** In Latin letters, for the consent. */
    nameEn: text.optional().meta(mine),
    /** What the reporter is to the holder. */
    relation: text,
})

const account = z
    .strictObject({
        exchange: text,
        holder: holder.optional(),
        uid: identifier.optional(),
        registeredEmail: email.optional(),
        registeredPhone: phone.optional().meta(mine),
        /** Sub-accounts that were operated, by UID, mailbox or name: the desk keeps keys and orders of each apart. */
        subAccounts: z.array(identifier).optional(),
        products: z.array(text).optional(),
    })
    .superRefine((value, context) => {
        const { uid, registeredEmail, registeredPhone } = value
        if ([uid, registeredEmail, registeredPhone].every((one) => one === undefined))
            fault(context, "case.account.identifier-missing", {})
    })

const operation = z.strictObject({ at: time, what: text, source: text, evidence })

/** What happened; one or several. */
export const INCIDENT_KINDS = [
    "unauthorised-trading",
    "unauthorised-transfer",
    "unauthorised-withdrawal",
    "account-takeover",
    "payment-by-deception",
] as const
/** How it came about, as the reporter knows it. */
export const INCIDENT_CAUSES = ["api-key", "phishing", "device", "login", "unknown"] as const

const kind = z.enum(INCIDENT_KINDS)

const incident = z.strictObject({
    kind: z.union([kind, z.array(kind).min(1)]).transform((value) => (Array.isArray(value) ? value : [value])),
    cause: z.enum(INCIDENT_CAUSES).optional(),
    /** The device that was used or taken over, in the reporter's words. */
    device: text.optional(),
    noticedAt: time,
    firstOperation: operation,
    lastOperation: operation.optional(),
    otherTimes: z.array(z.strictObject({ at: time, source: text, note: text.optional() })).optional(),
})

/** Up to eight characters: enough to tell keys apart, too few to use one. */
const keyEnding = z.string().superRefine((value, context) => {
    if (!/^[A-Za-z0-9]{1,8}$/.test(value)) fault(context, "input.key-ending.format", { found: value.slice(0, 20) })
})

const apiKey = z.strictObject({
    thirdParty: text,
    connection: text.optional(),
    /** What the page of the exchange calls the key, its last characters, and when it was made; never the key itself. */
    label: text.optional(),
    lastCharacters: keyEnding.optional(),
    createdAt: time.optional(),
    permissions: z.array(text),
    state: z.enum(["active", "deleted", "disabled", "none", "unknown"]),
    stateAt: time.optional(),
    source,
    evidence,
})

const twoFactor = z.strictObject({
    enabled: z.enum(["yes", "no", "unknown"]),
    kinds: z.array(text).optional(),
    note: text.optional(),
})

const report = z.strictObject({
    to: text,
    at: time.optional(),
    number: text.optional(),
    result: text.optional(),
    evidence,
})

const screenValue = z.strictObject({ at: time.optional(), value: amount, source: text, evidence })

const fiatTrade = z.strictObject({ asset: assetCode, quantity: decimal, fiat: assetCode, total: decimal })

const loss = z.strictObject({
    assets: z.array(sourcedAmount).min(1),
    before: screenValue.optional(),
    after: screenValue.optional(),
    netLoss: z.strictObject({ value: amount, source: text, evidence }).optional(),
    equivalents: z.array(z.strictObject({ value: amount, method: text, source: text })).optional(),
    c2c: z
        .strictObject({
            /** Of the first and of the last trade; days differ between the zones of an export and of its reader. */
            from: time,
            to: time,
            buys: z.array(fiatTrade),
            sells: z.array(fiatTrade),
            payment: z.array(text).optional(),
            source: text,
            evidence,
        })
        .optional(),
    method: text.optional(),
    sources: z.array(text).optional(),
})

const order = z.strictObject({
    /** Absent where the record has none, as a ledger that lists what was sold. */
    orderId: identifier.optional(),
    clientOrderId: identifier.optional(),
    /** Of the fill, where the record lists fills. */
    tradeId: identifier.optional(),
    /** `spot`, `USDT-M`, 合约 and the like, as the export names it. */
    market: text.optional(),
    symbol: marketSymbol,
    side: z.enum(["buy", "sell"]),
    /** `MARKET`, 限价 and the like, as the export names it. */
    type: text.optional(),
    quantity: decimal.optional(),
    price: decimal.optional(),
    filled: decimal.optional(),
    average: decimal.optional(),
    status: text.optional(),
    at: time,
    source,
    evidence,
})

const transfer = z.strictObject({
    at: time,
    value: amount,
    from: text,
    to: text,
    network: text.optional(),
    /** Destination tag (XRP Ledger) or memo (TON, Stellar): without it the address of a platform names nobody. */
    memo: memo.optional(),
    txHash: transferNumber.optional(),
    source,
    evidence,
})

const organisation = z.strictObject({
    name: text,
    creditCode: identifier.optional(),
    legalRepresentative: text.optional(),
    address: text.optional(),
    status: text.optional(),
    foundedOn: date.optional(),
    deregisteredOn: date.optional(),
    relation: text.optional(),
    source,
    queriedOn: date.optional(),
})

const owned = { owner: text.optional(), note: text.optional(), source, evidence }

const position = z.strictObject({
    party: text,
    statements: z
        .array(
            z.strictObject({
                /** When it was said, who said it, and on what matter. */
                at: time.optional(),
                by: text.optional(),
                on: text.optional(),
                text,
                source,
                evidence,
                answers: z.array(text).optional(),
                policeToo,
            }),
        )
        .min(1),
})

/** What an IP address is said to be. */
export const IP_ROLES = ["own-device", "application-server", "allow-list", "unknown-login", "destination"] as const

/** Lists whose length a case may state in words. */
export const COUNTED = ["assets", "orders", "transfers", "ips", "emails", "sites"] as const

export const caseSchema = z.strictObject({
    format: z.literal("1.0").optional(),
    ref: reference(/^[A-Z0-9](?:[A-Z0-9-]{2,22})[A-Z0-9]$/),
    recipient: z.string().default(DEFAULT_RECIPIENT),
    preparedAt: knownTime,
    matter: text.optional(),

    reporter,
    account,
    incident,
    loss,
    apiKey: apiKey.optional(),
    twoFactor: twoFactor.optional(),
    reports: z.array(report),
    wanted: z.array(text).min(1),
    originals: text,

    narrative: z
        .strictObject({
            background: z.array(statement).optional(),
            cause: z.array(statement).optional(),
            course: z.array(statement).optional(),
            result: z.array(statement).optional(),
            otherFacts: z.array(statement).optional(),
        })
        .optional(),
    demands: z.array(statement).optional(),
    timeline: z
        .array(
            z.strictObject({
                at: time,
                what: text,
                status: z.enum(["fact", "claim", "disputed"]).optional(),
                source,
                evidence,
                policeToo,
            }),
        )
        .optional(),
    orders: z.array(order).optional(),
    transfers: z.array(transfer).optional(),
    /** What the export files do not say themselves, and which of their rows are not the reporter's. */
    exports: z.array(exportAnswer).optional(),
    /** Rows of exports that stand for orders and transfers, in place of typing them. */
    exportRows: z.array(exportRow).optional(),
    /** What the reporter says to findings about the exports. */
    findingAnswers: z.array(findingAnswer).optional(),
    organisations: z.array(organisation).optional(),
    contacts: z
        .array(
            z.strictObject({
                name: text,
                phone: phone.optional(),
                email: email.optional(),
                role: text.optional(),
                source,
                evidence,
            }),
        )
        .optional(),
    sites: z.array(z.strictObject({ name: text, url, ...owned })).optional(),
    emails: z.array(z.strictObject({ address: email, ...owned })).optional(),
    ips: z.array(z.strictObject({ address: ipAddress, role: z.enum(IP_ROLES).optional(), ...owned })).optional(),
    socialAccounts: z.array(z.strictObject({ platform: text, account: text, ...owned })).optional(),
    reportDetails: z
        .strictObject({
            occurredAt: time,
            kinds: z.array(text),
            sites: z.array(z.strictObject({ name: text, url, service: text, app: text })).optional(),
        })
        .optional(),
    /** Accounts at banks and payment services to which money was sent. */
    bankAccounts: z
        .array(
            z.strictObject({
                holder: text.optional(),
                bank: text,
                account: text,
                paid: amount.optional(),
                at: time.optional(),
                ...owned,
            }),
        )
        .optional(),
    /** Counts that a text names (`8+1 种`), to be held against the lists. */
    statedCounts: z.array(z.strictObject({ of: z.enum(COUNTED), count: text, source })).optional(),
    positions: z.array(position).optional(),
    terms: z.array(z.strictObject({ term: text, meaning: text })).optional(),
    privateNotes: z.array(text).optional().meta(mine),
})

/** A case as the product works with it. */
export type Case = z.output<typeof caseSchema>

/** JSON Schema of a case as it is read (draft 2020-12). */
export function caseJsonSchema(): object {
    return z.toJSONSchema(caseSchema, { io: "input", unrepresentable: "any" })
}
