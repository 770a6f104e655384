import { equalBytes } from "../../base/bytes.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { decodeText } from "../../base/text/decode.ts"
import { decodeBase64 } from "./base64.ts"
import { parseKeyBlob } from "./public-key.ts"
import { NAMESPACE } from "./sshsig.ts"
import { WireReader } from "./wire.ts"

/** The allowed signers file of ssh-keygen(1), "ALLOWED SIGNERS": whose keys the reader trusts, from outside the packet. */

/** One line of the file. Times are milliseconds since 1970-01-01T00:00:00Z. */
export interface AllowedSigner {
    /** As written, for example `officer@example`. */
    readonly principals: string
    readonly keyBlob: Uint8Array
    /** Absent: every namespace. */
    readonly namespaces?: string
    readonly validAfter?: number
    readonly validBefore?: number
}

/**
 * Signers in file order, and every line that could not be used. A line of a kind that is not judged here is a warning: it
 * could only have trusted more. One that cannot be read is an error, and a file with errors must not be trusted in part.
 */
export interface AllowedSigners {
    readonly signers: readonly AllowedSigner[]
    readonly issues: readonly Issue[]
}

/** Reads the bytes of such a file, in UTF-8 or GB18030; see {@link parseAllowedSigners}. */
export function readAllowedSigners(bytes: Uint8Array, file: string): AllowedSigners {
    const decoded = decodeText(bytes)
    return decoded === undefined
        ? { signers: [], issues: [issue("input.file.encoding", [file], {})] }
        : parseAllowedSigners(decoded.text, file)
}

/** Reads the file. Issue paths are `[file, line from 1]`. CRLF is taken, as ssh-keygen takes it. */
export function parseAllowedSigners(text: string, file: string): AllowedSigners {
    const signers: AllowedSigner[] = []
    const issues: Issue[] = []
    for (const [i, row] of text
        .replace(/^\uFEFF/, "")
        .split(/\r?\n/)
        .entries()) {
        const line = row.trim()
        if (line === "" || line.startsWith("#")) continue
        const signer = parseLine(line, [file, i + 1], issues)
        if (signer !== undefined) signers.push(signer)
    }
    return { signers, issues }
}

// An option is a word, or a word and a quoted value that may hold blanks and `\"`.
const OPTION = String.raw`[A-Za-z-]+(?:="(?:[^"\\]|\\.)*")?`
const LINE = new RegExp(
    String.raw`^("[^"]+"|[^\s"]+)[ \t]+(?:(${OPTION}(?:,${OPTION})*)[ \t]+)?([a-z0-9@.-]+)[ \t]+([A-Za-z0-9+/=]+)(?:[ \t].*)?$`,
)

function parseLine(line: string, at: readonly [string, number], issues: Issue[]): AllowedSigner | undefined {
    const [, principals, options, type, text] = LINE.exec(line) ?? []
    const keyBlob = decodeBase64(text ?? "")
    const key = keyBlob === undefined ? undefined : parseKeyBlob(keyBlob)
    if (principals === undefined || !namesSomebody(principals) || keyBlob === undefined || key === undefined) {
        issues.push(issue("signature.signers.line", at, {}))
        return undefined
    }
    const isOfType = new WireReader(keyBlob).text() === type
    if (key === "unsupported" || !isOfType) {
        const severity = isOfType ? "warning" : "error"
        issues.push(issue("signature.signers.key", at, { type: type ?? "" }, severity))
        return undefined
    }
    const parsed = parseOptions(options ?? "", at, issues)
    return parsed === undefined ? undefined : { principals: principals.replaceAll('"', ""), keyBlob, ...parsed }
}

/** ssh-keygen takes a signer for none of a list that only forbids, or is empty. */
function namesSomebody(principals: string): boolean {
    return principals
        .replaceAll('"', "")
        .split(",")
        .some((pattern) => pattern !== "" && !pattern.startsWith("!"))
}

type Options = Pick<AllowedSigner, "namespaces" | "validAfter" | "validBefore">

/** A line with an option that is not understood is dropped whole: an option can only narrow what a key may do. */
function parseOptions(text: string, at: readonly [string, number], issues: Issue[]): Options | undefined {
    const options: { namespaces?: string; validAfter?: number; validBefore?: number } = {}
    for (const [option] of text.matchAll(new RegExp(OPTION, "g"))) {
        const [, word = "", value = ""] = /^([A-Za-z-]+)(?:="(.*)")?$/.exec(option) ?? []
        const name = word.toLowerCase()
        if (name === "namespaces" && value !== "" && options.namespaces === undefined) options.namespaces = value
        else if (name === "valid-after" || name === "valid-before") {
            const field = name === "valid-after" ? "validAfter" : "validBefore"
            const time = parseTime(value)
            if (time === undefined || options[field] !== undefined) {
                issues.push(issue("signature.signers.time", at, { option: name }))
                return undefined
            }
            if (!value.endsWith("Z")) issues.push(issue("signature.signers.zone", at, { option: name }, "note"))
            options[field] = time
        } else {
            issues.push(
                name === "cert-authority"
                    ? issue("signature.signers.authority", at, {}, "warning")
                    : issue("signature.signers.option", at, { option: name }),
            )
            return undefined
        }
    }
    const { validAfter = Number.NEGATIVE_INFINITY, validBefore = Number.POSITIVE_INFINITY } = options
    if (validAfter < validBefore) return options
    issues.push(issue("signature.signers.time", at, { option: "valid-before" }))
    return undefined
}

/**
 * `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`, each with an optional `Z`, as milliseconds. Without `Z` ssh-keygen takes
 * the machine's zone; here it is UTC on every machine, and a note says so.
 */
function parseTime(text: string): number | undefined {
    const [, year, month, day, hour = "00", minute = "00", second = "00"] =
        /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?Z?$/.exec(text) ?? []
    if (year === undefined || month === undefined || day === undefined) return undefined
    const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`
    const time = Date.parse(iso)
    // A round trip refuses days that no month has: engines roll some of them over.
    // ssh-keygen has no time before or at the start of its clock.
    return Number.isNaN(time) || time <= 0 || new Date(time).toISOString() !== iso ? undefined : time
}

/** What the file says of a key at a time. */
export type SignerMatch =
    | { readonly trust: "known" | "outside-validity" | "other-namespace"; readonly principals: string }
    | { readonly trust: "unknown" }

/** Looks a key up. Of several lines a currently usable one wins, then one for packets whose time is another. */
export function findSigner(signers: readonly AllowedSigner[], keyBlob: Uint8Array, at: number): SignerMatch {
    const ofKey = signers.filter((line) => equalBytes(line.keyBlob, keyBlob))
    const lines = ofKey.filter(({ namespaces }) => namespaces === undefined || matchesPatterns(namespaces, NAMESPACE))
    const usable = lines.find(
        (line) =>
            at >= (line.validAfter ?? Number.NEGATIVE_INFINITY) && at <= (line.validBefore ?? Number.POSITIVE_INFINITY),
    )
    if (usable !== undefined) return { trust: "known", principals: usable.principals }
    const [first] = lines
    if (first !== undefined) return { trust: "outside-validity", principals: first.principals }
    const [other] = ofKey
    return other === undefined ? { trust: "unknown" } : { trust: "other-namespace", principals: other.principals }
}

/** A list with a longer pattern matches nothing, as with ssh-keygen. */
const LONGEST_PATTERN = 1022

/** Pattern-list of ssh_config(5) PATTERNS: `*`, `?`, commas, and `!` which forbids whatever else matches. */
function matchesPatterns(list: string, text: string): boolean {
    let found = false
    for (const pattern of list.split(",")) {
        const negated = pattern.startsWith("!")
        if (pattern.length > LONGEST_PATTERN) return false
        if (!matchesPattern(negated ? pattern.slice(1) : pattern, text)) continue
        if (negated) return false
        found = true
    }
    return found
}

function matchesPattern(pattern: string, text: string): boolean {
    const source = pattern
        .replace(/\*+/g, "*") // runs of stars mean one, and would backtrack
        .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
        .replaceAll("*", ".*")
        .replaceAll("?", ".")
    return new RegExp(`^${source}$`).test(text)
}
