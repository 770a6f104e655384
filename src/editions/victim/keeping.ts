import { printBeijing, printChineseDate, type Time } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Directory } from "../../facts/legal/directory.ts"
import { findEntries } from "../../facts/legal/directory-find.ts"
import type { Deadlines, Laws } from "../../facts/legal/laws.ts"
import { wasEntered } from "../../facts/recipients/data-groups.ts"
import { citations, citeIds, sourceRows } from "../shared/citations.ts"
import { type HandedOver, handedOverView } from "../shared/handed-over.ts"
import { isNationalMoney } from "../shared/identifiers.ts"
import { KEY_STATE_ZH, thirdPartyOf } from "../shared/incident.words.ts"
import { matterZh, roleZh } from "../shared/matter.ts"
import { isPoliceReport } from "../shared/police-names.ts"
import { shown } from "../shared/print.ts"
import { sourceSaid } from "../shared/source-said.ts"
import type { FIRST_STEPS_EN } from "./first-steps.words.ts"
import { SOME_EXCHANGE } from "./keeping.words.ts"

/** What the reporter keeps: 现在就做, 办理时限与救济途径, 移交回执. None of it goes to the police or to a recipient. */

/** Data of 现在就做: what to do at once, with what the case says is done already. */
export function firstHourView(facts: Case, laws: Laws): object {
    const { apiKey } = facts
    const stateAt = apiKey?.stateAt === undefined ? "" : `，${printBeijing(apiKey.stateAt)}`
    const isSupport = (to: string): boolean => /客服|support/i.test(to) || to.includes(facts.account.exchange)
    const tickets = facts.reports.filter(({ to, number }) => isSupport(to) && number !== undefined)
    return {
        ...newFirstHourView(facts.ref, facts.preparedAt, laws),
        exchange: shown(facts.account.exchange),
        isDeceived: !wasEntered(facts),
        isHeldByOther: facts.account.holder !== undefined,
        isOrganisation: facts.account.holder?.kind === "organisation",
        n: stepNumbers({
            ...STEPS,
            bank: leftThroughBank(facts),
            device: facts.incident.cause === "device",
            key: hadKey(facts),
        }),
        known:
            apiKey === undefined || apiKey.state === "none"
                ? undefined
                : { thirdParty: shown(thirdPartyOf(apiKey), ""), keyState: KEY_STATE_ZH[apiKey.state] + stateAt },
        tickets: tickets.map(({ to, number }) => ({ to: shown(to), number: shown(number) })),
    }
}

/** Steps of the page in their order; those that nothing of the case speaks for are left out. */
const STEPS = {
    bank: true,
    device: true,
    pictures: true,
    key: true,
    password: true,
    support: true,
    export: true,
    keep: true,
    others: true,
    report: true,
    again: true,
    never: true,
} as const satisfies Readonly<Record<keyof typeof FIRST_STEPS_EN, true>>

function stepNumbers(steps: Readonly<Record<keyof typeof STEPS, boolean>>): Readonly<Record<string, string>> {
    const present = Object.entries(steps).flatMap(([step, isThere]) => (isThere ? [step] : []))
    return Object.fromEntries(present.map((step, i) => [step, String(i + 1)]))
}

/** Whether money left through a bank or a payment service: then the first minutes count there. */
function leftThroughBank(facts: Case): boolean {
    const moneys = (facts.transfers ?? []).map(({ value }) => value.asset)
    const paid = facts.incident.kind.includes("payment-by-deception") || (facts.bankAccounts ?? []).length > 0
    return paid || moneys.some(isNationalMoney)
}

/** Whether a key may have been used: nothing is said of keys where there was none, and none is spoken of. */
function hadKey({ apiKey, incident }: Case): boolean {
    if (apiKey !== undefined) return apiKey.state !== "none"
    if (!wasEntered({ incident })) return false
    return incident.cause === "api-key" || incident.cause === "unknown" || incident.cause === undefined
}

/** The same before anything is known of the case. */
export function newFirstHourView(ref: string, at: Time, laws: Laws): object {
    return {
        ref,
        preparedOn: printChineseDate(at),
        n: stepNumbers(STEPS),
        exchange: SOME_EXCHANGE,
        isDeceived: false,
        isHeldByOther: false,
        isOrganisation: false,
        known: undefined,
        tickets: [],
        law: citations(laws, { impersonation: ["impersonation"] }),
        sources: sourceRows(laws, ["impersonation"]).map(({ name, dated, status, source }) => ({
            text: `${name}（${dated}），${status}，${source}`,
        })),
    }
}

const REMEDIES_LAW = {
    jurisdiction: ["jurisdiction"],
    falseAccusation: ["falseAccusation"],
    decision: ["decision"],
    review: ["review"],
    impersonation: ["impersonation"],
} as const

/** Data of 办理时限与救济途径. */
export function remediesView(facts: Case, laws: Laws, { steps, escalation }: Deadlines, directory: Directory): object {
    const named = [...steps, ...escalation].flatMap(({ basis }) => basis)
    const cited = [...new Set<string>([...Object.keys(REMEDIES_LAW), ...named])]
    const entries = findEntries(directory, [], "victim")
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        compiledOn: laws.compiledOn,
        accuser: facts.reporter.capacity === "accuser",
        law: citations(laws, REMEDIES_LAW),
        steps: steps.map(({ basis, ...step }) => ({
            ...step,
            basis: citeIds(laws, basis),
        })),
        escalation: escalation.flatMap(({ entry, basis, ...step }) =>
            entries
                .filter(({ id }) => id === entry)
                .map(({ name, from }) => ({
                    ...step,
                    name: name.zh,
                    basis: citeIds(laws, basis),
                    said: sourceSaid({ ...from, source: from.zh }),
                })),
        ),
        receipts: policeReceipts(facts),
        sources: sourceRows(laws, cited),
    }
}

/** Receipts that the police gave, as the case lists them. */
function policeReceipts(facts: Case): { to: string; at: string; number: string }[] {
    return facts.reports.filter(isPoliceReport).map(({ to, at, number }) => ({
        to: shown(to),
        at: at === undefined ? shown(undefined) : printBeijing(at),
        number: shown(number),
    }))
}

/** Data of 移交回执（报案人留存）; quotes the ZIP's hash, so it is made after the ZIP. */
export function handoverReceiptView(facts: Case, packet: HandedOver): object {
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        name: shown(facts.reporter.name),
        role: roleZh(facts),
        isAccuser: facts.reporter.capacity === "accuser",
        receipts: policeReceipts(facts).map(({ to, number }) => ({ to, number })),
        ...handedOverView(packet),
        preparedOn: printChineseDate(facts.preparedAt),
    }
}
