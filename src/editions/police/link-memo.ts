import { splitHost } from "../../facts/addresses/addresses.ts"
import { hostsOf } from "../../facts/addresses/hosts.ts"
import { inventedOf } from "../../facts/addresses/invented.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Directory } from "../../facts/legal/directory.ts"
import { findEntries } from "../../facts/legal/directory-find.ts"
import type { Laws } from "../../facts/legal/laws.ts"
import type { LinkChecks } from "../../facts/legal/link-checks.ts"
import type { Recipient, RouteId } from "../../facts/recipients/recipient-schema.ts"
import { absentZh } from "../shared/absent-desk.ts"
import { citations } from "../shared/citations.ts"
import { type SaidBy, saidOf, sourceSaid } from "../shared/source-said.ts"
import * as words from "./link-memo.words.ts"

/** 链接与邮箱说明: what 网安 needs to look at the addresses of a desk. It holds no data of the case but its name. */

const MEMO_LAW = { abroad: ["stateOrgans"], secrets: ["stateSecrets", "workSecrets"] } as const

interface Address extends SaidBy {
    readonly use: string
    readonly address: string
    readonly asks: string
}

/** Data of 链接与邮箱说明. */
export function linkMemoView(
    facts: Case,
    recipient: Recipient,
    laws: Laws,
    checks: LinkChecks,
    directory: Directory,
): object {
    const addresses = addressesOf(recipient)
    const { portal } = recipient.routes
    const hosts = hostsOf(addresses.map(({ address }) => address))
    const domains = [...new Set(hosts.map((host) => splitHost(host).domain))]
    // A mailbox has no page; the portal is what people are asked to open.
    const host = hostsOf(portal?.address === undefined ? [] : [portal.address])[0] ?? hosts[0]
    return {
        ref: facts.ref,
        recipient: recipient.name.zh,
        compiledOn: checks.compiledOn,
        addresses: addresses.map((one) => ({
            use: one.use,
            address: one.address,
            asks: one.asks,
            said: sourceSaid(one),
        })),
        absent: absentZh(recipient),
        // Whoever looks for a channel finds these first.
        invented: (recipient.absent === undefined ? [] : inventedOf(recipient.name)).map(
            ({ address, seen, on, grade }) => ({
                address,
                said: sourceSaid({ source: seen.zh, grade, reportedOn: on }),
            }),
        ),
        // Rows to write in what is found.
        rows: addresses.length === 0 ? ["", "", ""] : addresses.map(({ address }) => address),
        domains: domains.length > 1 ? words.severalDomains(domains) : words.oneDomain(domains),
        notes: (recipient.notes ?? []).map((note) => ({ text: note.zh, said: sourceSaid(note) })),
        portal: portal?.address,
        portalSaid: portal === undefined ? "" : sourceSaid(portal),
        steps: (portal?.steps ?? []).map(({ stage, zh, leaves = [] }) => ({
            stage,
            what: zh,
            gives: leaves.map((id) => leafName(recipient, id)).join("、") || words.NOTHING,
        })),
        stages: stagesOf(portal?.steps ?? []),
        receivers: recipient.identityReceivers.zh,
        items: recipient.items.map(({ zh, note }) => ({ name: zh, note })),
        itemsNote: recipient.itemsNote.zh,
        itemsSaid: sourceSaid(recipient.itemsNote),
        law: citations(laws, MEMO_LAW),
        checks: checks.checks.map(({ do: todo, command, see }) => ({
            todo,
            command: host === undefined ? undefined : command?.replaceAll("{host}", host),
            see,
        })),
        checksSaid: checksSaid(checks),
        ask: askRows(directory, recipient),
        page: recipient.officialPage?.address,
        questions: recipient.questions?.address,
        questionsSaid: recipient.questions === undefined ? "" : sourceSaid(recipient.questions),
    }
}

/** Every address of the desk that somebody is asked to open or to write to. */
function addressesOf({ officialPage, routes, questions, followUp }: Recipient): readonly Address[] {
    const row = (use: string, asks: string, fact: (SaidBy & { readonly address?: string | undefined }) | undefined) =>
        fact?.address === undefined ? [] : [{ ...fact, use, asks, address: fact.address }]
    const ofRoute = (id: RouteId): readonly Address[] => {
        const route = routes[id]
        return row(words.USE[id], words.asks(id, route?.identityImages === "yes", route?.steps?.length), route)
    }
    return [
        ...row(words.USE.page, words.ASKS.page, officialPage),
        ...ofRoute("portal"),
        ...ofRoute("email"),
        ...row(words.USE.questions, words.ASKS.questions, questions),
        ...row(words.USE.followUp, words.ASKS.followUp, followUp),
    ]
}

function leafName({ items }: Recipient, id: string): string {
    return items.flatMap(({ leaves }) => leaves).find((leaf) => leaf.id === id)?.zh ?? id
}

/** Units of the police, and whoever runs the mailbox to which the desk's questions go. */
function askRows(directory: Directory, { questions }: Recipient): readonly object[] {
    return findEntries(directory, [], "police")
        .filter(({ kind, address }) =>
            kind === "company" ? questions !== undefined && address === questions.address : kind === "public-security",
        )
        .map(({ name, for: what, from }) => ({
            name: name.zh,
            what: what.zh,
            said: sourceSaid({ ...from, source: from.zh }),
        }))
}

/** How many steps each stage has. */
function stagesOf(steps: readonly { readonly stage: string }[]): string {
    const names = [...new Set(steps.map(({ stage }) => stage))]
    return words.stages(names.map((name) => [name, steps.filter(({ stage }) => stage === name).length]))
}

/** Each source once, with the numbers of the checks that it stands behind. */
function checksSaid({ sources, checks }: LinkChecks): readonly string[] {
    return sources.map(({ id }) => {
        const numbers = checks.flatMap(({ from }, i) => (from === id ? [i + 1] : []))
        return words.behind(numbers, saidOf(sources, id))
    })
}
