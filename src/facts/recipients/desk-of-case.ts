import type { Host } from "../../base/host.ts"
import { type Issue, type IssuePath, issue, PacketError } from "../../base/issue.ts"
import type { Case } from "../case/schema.ts"
import { bareProfile } from "./bare-profile.ts"
import { isDeskCalled, otherPlatform } from "./platform.ts"
import { filledIn, findDesk, whyAbsent } from "./recipient.ts"
import type { AbsentDesk, Recipient } from "./recipient-schema.ts"

/**
 * The desk of a case as the victim's half sees it. Papers for the police can be made whether or not anybody knows how to
 * reach the desk: one without a channel has no route, and otherwise what holds for every desk.
 */

type Asked = Pick<Case, "recipient"> & { readonly account: Pick<Case["account"], "exchange"> }

/** The desk, and what is to be said of it. Without one when its profile is damaged, or there is none of that id. */
export function deskOfCase(
    host: Host,
    facts: Asked,
    named: IssuePath,
): { readonly recipient?: Recipient; readonly issues: readonly Issue[] } {
    const { recipient, absent, issues } = findDesk(host, facts.recipient, named)
    const { exchange } = facts.account
    const desk = recipient ?? (absent === undefined ? undefined : withoutRoute(calledBy(absent, exchange)))
    if (desk === undefined) return { issues }
    return {
        recipient: desk,
        issues: [...issues, ...fitsAccount({ ...desk, absent }, exchange, isDeskCalled(host, exchange), named)],
    }
}

/** As `deskOfCase`, but throws `PacketError`. */
export function loadDeskOfCase(host: Host, facts: Asked): Recipient {
    const { recipient, issues } = deskOfCase(host, facts, ["case.yaml", "recipient"])
    if (recipient === undefined) throw new PacketError(issues)
    return recipient
}

const LINE = "____________"

/**
 * The desk whose channel is asked about: also one without a channel, as that is whom one asks for it; what stands for any
 * platform has a line for its name. Throws `PacketError` where there is none of that id.
 */
export function loadDeskToAsk(host: Host, id: string, named: IssuePath): Recipient {
    const { recipient, absent, issues } = findDesk(host, id, named)
    const called = absent?.nameFrom === undefined ? absent : { ...absent, name: { zh: LINE, en: LINE } }
    const desk = recipient ?? (called === undefined ? undefined : withoutRoute(called))
    if (desk === undefined) throw new PacketError(issues)
    return desk
}

/** A desk that a case may name. */
export interface DeskToChoose {
    readonly id: string
    readonly name: Recipient["name"]
    /** There where no channel of it is known. */
    readonly absent?: AbsentDesk | undefined
}

/** All desks whose profiles are sound: those with a channel, those without, and last what stands for any platform. */
export function desksToChoose(host: Host): readonly DeskToChoose[] {
    const rank = ({ absent }: DeskToChoose): number =>
        absent === undefined ? 0 : absent.nameFrom === undefined ? 1 : 2
    return host.recipients
        .flatMap((id): DeskToChoose[] => {
            const { recipient, absent } = findDesk(host, id, [])
            const name = (recipient ?? absent)?.name
            return name === undefined ? [] : [{ id, name, ...(absent === undefined ? {} : { absent }) }]
        })
        .sort((a, b) => rank(a) - rank(b))
}

/**
 * Findings about the choice of a desk: that no channel of it is known, that the account is with another one.
 *
 * @param exchange - What the case says of the account.
 * @param isListed - Whether that names a desk that has a file of its own.
 */
export function fitsAccount(
    { name, absent }: Pick<DeskToChoose, "name" | "absent">,
    exchange: string,
    isListed: boolean,
    named: IssuePath,
): readonly Issue[] {
    if (absent === undefined) return otherPlatform(exchange, name, named)
    const called = calledBy(absent, exchange)
    const found = issue("case.recipient.no-channel", named, whyAbsent(called), "warning")
    return [found, ...otherPlatform(exchange, (isListed ? absent : called).name, named)]
}

/** One that stands for any platform has the name that the case gives; in English what of it is written in Latin letters. */
function calledBy(desk: AbsentDesk, exchange: string): AbsentDesk {
    if (desk.nameFrom === undefined) return desk
    const [latin = desk.name.en] = /[A-Za-z][A-Za-z0-9 .&-]*[A-Za-z0-9]/.exec(exchange) ?? []
    return { ...desk, name: { zh: exchange, en: latin } }
}

function withoutRoute(desk: AbsentDesk): Recipient {
    const { id, compiledOn, name, reason, notes } = desk
    const known = { id, compiledOn, name, routes: {}, ...(notes === undefined ? {} : { notes }) }
    const { source, sourceEn = source } = reason
    return { ...filledIn(bareProfile(known, { source, sourceEn })), absent: desk }
}
