import type { Case } from "../../facts/case/schema.ts"

/** Titles, heads and first cells of the tables of identifiers for a recipient. */

/** Heads of the columns with a clock; greyed where cells can be. */
export const UTC_CLOCK = "Time (UTC)"
export const CHINA_CLOCK = "Time (UTC+8)"
export const UNZONED = "Time as in the source, zone not stated"
export const about = (clock: string): string => `about ${clock}`

export const ACCOUNT = { title: "Account", columns: ["Item", "Value"] } as const
export const ACCOUNT_ITEMS = {
    role: "Stated to be",
    platform: "Platform",
    uid: "User ID (UID)",
    email: "Registered e-mail",
    sub: "Sub-account",
} as const

export const KEY = { title: "API key", columns: ["Item", "Value"] } as const
export const KEY_ITEMS = {
    application: "Application to which the key was authorised",
    label: "Label of the key",
    ending: "Last characters",
    created: "Created",
    deleted: "Deleted, as the account holder states",
    disabled: "Disabled, as the account holder states",
} as const

export const ORDERS = {
    title: "Orders",
    market: "Market",
    symbol: "Symbol",
    side: "Side",
    type: "Type",
    quantity: "Quantity",
    filled: "Filled",
    average: "Average price",
    price: "Limit price",
    status: "Status",
    id: "Order ID",
    clientId: "Client order ID",
    tradeId: "Trade ID",
} as const

/** Network and memo have a column only where a transfer names one. */
export const TRANSFERS = {
    title: "Transfers",
    asset: "Asset",
    amount: "Amount",
    network: "Network",
    from: "From",
    to: "To",
    memo: "Memo or tag",
    hash: "Transaction hash",
    number: "Transaction hash or number",
} as const

/** A transfer to another user, which never reached a chain; with its number at the platform, where that is known. */
export const toUser = (number: string): string => (number === "" ? "internal transfer" : `internal transfer ${number}`)

/** A name that the officer gave to a fact. */
export const LABEL = "Name given by the agency"

export const IPS = { title: "IP addresses to compare", address: "IP address", role: "Stated to be" } as const
type IpRole = NonNullable<NonNullable<Case["ips"]>[number]["role"]>
export const IP_ROLE_EN: Readonly<Record<IpRole, string>> = {
    "own-device": "a device of the account holder's own",
    "application-server": "a server of the application to which the API key was authorised",
    "allow-list": "an entry in the API key's allow-list",
    "unknown-login": "an access that the account holder does not know",
    destination: "a destination of assets or data",
}

/** A wallet of an account that is not with the desk. */
export const elsewhere = (wallet: string): string => `${wallet}, with another platform`
export const OWN_WALLET = "Complainant's wallet"
/** In place of a chain and a hash, which a transfer within the account has not. */
export const INTERNAL = "internal"
/** In a cell for which nothing is known. */
export const NONE = "—"

/** What became of the assets, by what happened. */
export function assets(
    isHeldByOther: boolean,
    isSaidByComplainant: boolean,
): Readonly<Record<"sold" | "moved" | "both" | "paid", string>> {
    const who = isSaidByComplainant ? "complainant" : "account holder"
    return {
        sold: `Assets sold without authorisation, as the ${who} states`,
        moved: `Assets moved without authorisation, as the ${who} states`,
        both: `Assets sold or moved without authorisation, as the ${who} states`,
        paid: isHeldByOther
            ? "Assets paid by the account holder, who was deceived, as the complainant states"
            : `Assets paid by the ${who}, who states that he or she was deceived`,
    }
}
export const netLoss = (figure: string, asset: string): string => `${figure} ${asset}`
