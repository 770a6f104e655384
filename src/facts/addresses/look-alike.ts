import { type Issue, type IssuePath, issue } from "../../base/issue.ts"
import { editDistance } from "../../base/text/closest.ts"
import { textsOf } from "../../base/value.ts"
import { type Address, findAddresses, splitHost } from "./addresses.ts"
import { CONFUSABLE, ORDINARY, RUNS } from "./confusables.data.ts"
import { inventedIn } from "./invented.ts"
import { decodeLabel } from "./punycode.ts"

/**
 * Alarm over addresses that look like a recipient's but are not: whoever sends an officer's papers to such a mailbox
 * has sent them to a stranger. Which addresses are known comes from the profiles alone.
 */

/** In what way an address is like a known one. */
export type Likeness = "letters" | "near" | "ending" | "inside" | "mailbox"

/** How an officer answered for an address. */
export interface VerifiedAddress {
    readonly address: string
    readonly by: string
    /** Date as written. */
    readonly on: string
    readonly how: string
}

/** The known address that an address resembles without being it, and how; `undefined` for a known or an unlike one. */
export function resembles(
    address: Address,
    known: readonly Address[],
): { readonly known: string; readonly likeness: Likeness } | undefined {
    const { host, local, userInfo } = address
    const domains = new Map(known.map((one) => [splitHost(one.host).domain, one]))
    const own = splitHost(host)
    if (userInfo !== undefined)
        for (const domain of domains.keys())
            if (userInfo.includes(domain) && own.domain !== domain) return { known: domain, likeness: "inside" }
    if (domains.has(own.domain)) return local === undefined ? undefined : nearMailbox(local, own.domain, known)
    for (const test of [sameLetters, otherEnding, nearName, nameInside])
        for (const domain of domains.keys()) {
            const likeness = test(host, domain)
            if (likeness !== undefined) return { known: domain, likeness }
        }
    return undefined
}

/** What is read: scripts, accents, digits and runs of letters that pass for others are brought to one form. */
export function fold(text: string): string {
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    const latin = [...plain].map((character) => CONFUSABLE.get(character) ?? character).join("")
    return RUNS.reduce((folded, [run, letter]) => folded.replace(run, letter), latin)
}

function foldName(name: string): string {
    return fold(decodeLabel(name)).replace(/[-_]/g, "")
}

type Test = (host: string, domain: string) => Likeness | undefined

/** The same to the eye: letters of other scripts, digits for letters, `rn` for `m`, added hyphens. */
const sameLetters: Test = (host, domain) => {
    const own = splitHost(host)
    const other = splitHost(domain)
    return foldName(own.name) === foldName(other.name) && fold(own.ending) === fold(other.ending)
        ? "letters"
        : undefined
}

const otherEnding: Test = (host, domain) =>
    foldName(splitHost(host).name) === foldName(splitHost(domain).name) ? "ending" : undefined

const SHORTEST_INSIDE = 5 // shorter names occur inside ordinary words

/** The known name within a domain of somebody else: as a label, between hyphens, or as part of a longer name. */
const nameInside: Test = (host, domain) => {
    const { name, ending } = splitHost(domain)
    const wanted = foldName(name)
    // A domain that is an ordinary word is only meant where its ending stands behind it.
    if (ORDINARY.has(name)) return holdsWhole(host, name, ending) ? "inside" : undefined
    for (const label of splitHost(host).labels) {
        const tokens = decodeLabel(label).split(/[-_]/).map(fold)
        if (tokens.includes(wanted)) return "inside"
        if (name.length >= SHORTEST_INSIDE && foldName(label).includes(wanted)) return "inside"
    }
    return undefined
}

/** `name.com` or `name-com` within a host, not merely the name. */
function holdsWhole(host: string, name: string, ending: string): boolean {
    const parts = host.split(/[.-]/)
    return parts.some(
        (part, i) =>
            part === name &&
            parts
                .slice(i + 1)
                .join(".")
                .startsWith(`${ending}.`),
    )
}

/** Slips of the pen that still mean this name: none in three letters, one in up to six, two in longer ones. */
function slips(length: number): number {
    return length <= 3 ? 0 : length <= 6 ? 1 : 2
}

const nearName: Test = (host, domain) => {
    const { name } = splitHost(domain)
    if (ORDINARY.has(name)) return undefined
    const distance = editDistance(foldName(splitHost(host).name), foldName(name))
    return distance <= slips(name.length) ? "near" : undefined
}

/** A mailbox of the right domain, written a little differently. */
function nearMailbox(local: string, domain: string, known: readonly Address[]): ReturnType<typeof resembles> {
    const mailboxes = known.flatMap((one) =>
        one.local !== undefined && splitHost(one.host).domain === domain ? [one.local] : [],
    )
    if (mailboxes.includes(local)) return undefined
    const near = mailboxes.find((mailbox) => editDistance(fold(local), fold(mailbox)) <= slips(mailbox.length))
    return near === undefined ? undefined : { known: `${near}@${domain}`, likeness: "mailbox" }
}

/**
 * Findings for every text of some data, wherever it stands: look-alikes, and addresses that public lists invented.
 *
 * @param at - Path of a value for issues.
 * @param where - In channel and officer data a look-alike is an error; in a case it is what suspects used: a warning.
 * @param verified - Addresses that somebody has answered for: a note that says who, when and how.
 */
export function checkAddresses(
    data: unknown,
    known: readonly Address[],
    at: (path: IssuePath) => IssuePath,
    where: "officer" | "case",
    verified: readonly VerifiedAddress[] = [],
): Issue[] {
    const unless = (found: string): "error" | "warning" =>
        where === "case" || verified.some(({ address }) => inventedIn(address).some((one) => one.found === found))
            ? "warning"
            : "error"
    const judge = (address: Address, path: IssuePath): Issue[] => {
        const like = resembles(address, known)
        if (like === undefined) return []
        if (where === "case")
            return [issue("request.address.imitation", path, { found: address.found, ...like }, "warning")]
        const answer = verified.find((one) => answers(one, address))
        return answer === undefined
            ? [issue("request.address.look-alike", path, { found: address.found, ...like })]
            : [
                  issue(
                      "request.address.verified",
                      path,
                      { found: address.found, known: like.known, by: answer.by, on: answer.on, how: answer.how },
                      "note",
                  ),
              ]
    }
    return textsOf(data).flatMap(({ path, text }) => {
        const listed = inventedIn(text)
        const isListed = ({ local, host }: Address): boolean =>
            listed.some(({ found }) => found === `${local ?? ""}@${host}`)
        const others = findAddresses(text).filter((address) => !isListed(address))
        return [
            ...listed.map((one) => issue("request.address.invented", at(path), one, unless(one.found))),
            ...others.flatMap((address) => judge(address, at(path))),
        ]
    })
}

/** An answer holds for exactly the mailbox or host it names; one for a host does not cover mailboxes of it. */
function answers({ address }: VerifiedAddress, found: Address): boolean {
    return findAddresses(address).some((one) => one.host === found.host && one.local === found.local)
}
