import { textsOf } from "../../base/value.ts"
/** Mail addresses, domains and links inside texts, and those that recipient profiles hold. */

/** One address as it stands in a text. */
export interface Address {
    /** As written. */
    readonly found: string
    /** Part before `@` of a mail address, in lower case. */
    readonly local?: string
    /** Host in lower case, half-width, without final dot; labels may be Punycode or other scripts. */
    readonly host: string
    /** Name and password part of a link, which can show a host that is not the one reached. */
    readonly userInfo?: string
}

// Letters of the scripts whose letters pass for Latin ones; Chinese characters end an address.
const LETTER = "\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{M}0-9０-９"
// Bounds are those of names (RFC 1035 §2.3.4, RFC 5321 §4.5.3.1.1): without them a long word takes the square of its length.
const LABEL = `[${LETTER}](?:[${LETTER}_\\-－]{0,61}[${LETTER}])?`
const HOST = `${LABEL}(?:[.．]${LABEL}){0,20}[.．](?:[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}]{2,24}|xn--[a-z0-9-]{1,59})`
const ADDRESS = new RegExp(
    `(?:(?<scheme>https?:[/／\\\\]{2})(?:(?<user>[^\\s/@]{1,256})@)?|(?<local>[${LETTER}.!#$%&'*+/=?^_{|}~-]{1,64})[@＠])?(?<host>${HOST})`,
    "giu",
)

/** Endings of files that are no endings of domains: people name their exports after the exchange, `okx_bills.csv`. */
const FILE_NAME = /\.(?:csv|xlsx?|pdf|docx?|txt|html?|json|ya?ml|png|jpe?g|heic|gif|webp|mp4|m4a|mp3|eml|log)$/i

/** Every address in a text, in order. A bare name of a file is none. */
export function findAddresses(text: string): Address[] {
    return [...text.matchAll(ADDRESS)].flatMap((match): Address[] => {
        const { scheme, user, local, host = "" } = match.groups ?? {}
        if (scheme === undefined && local === undefined && FILE_NAME.test(host)) return []
        const address: Address = {
            found: match[0],
            host: host.normalize("NFKC").toLowerCase(),
            ...(local === undefined ? {} : { local: local.normalize("NFKC").toLowerCase() }),
            ...(user === undefined ? {} : { userInfo: user.normalize("NFKC").toLowerCase() }),
        }
        return [address]
    })
}

/** Addresses of a profile that are meant to be written to or opened: its `address` fields. Sources are none of these. */
export function profileAddresses(profile: unknown): Address[] {
    return textsOf(profile)
        .filter(({ path }) => path.findLast((key) => typeof key === "string") === "address")
        .flatMap(({ text }) => findAddresses(text))
}

/** Endings under which anybody can register: `gov.cn` is one ending, not a name with an ending. */
const DOUBLE_ENDING = /\.(?:(?:com|net|org|gov|edu|ac|mil|co|or|ne|go)\.[a-z]{2})$/

/** `app.kodex.us` -> name `kodex`, ending `us`, domain `kodex.us`. */
export function splitHost(host: string): { name: string; ending: string; domain: string; labels: readonly string[] } {
    const labels = host.split(".")
    const ending = DOUBLE_ENDING.exec(`.${host}`)?.[0].slice(1) ?? labels.at(-1) ?? ""
    const before = labels.slice(0, labels.length - ending.split(".").length)
    const name = before.at(-1) ?? ""
    return { name, ending, domain: name === "" ? ending : `${name}.${ending}`, labels: before }
}
