import { isMoment, isUnknown, printBeijing, printChineseDate, printUtc } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import { wantsIdentityImages } from "../../facts/checklist/identity-release.ts"
import { type Laws, provision } from "../../facts/legal/laws.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { proposedGroups } from "../../facts/recipients/data-groups.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import { asksPhotos, wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { isHeldByOther } from "../recipient/owner.ts"
import { absentZh } from "../shared/absent-desk.ts"
import { citations, cite } from "../shared/citations.ts"
import { seen } from "../shared/citations.words.ts"
import { codesZh } from "../shared/code-words.ts"
import { type EvidenceItem, releasedForm } from "../shared/evidence-item.ts"
import { uidZh } from "../shared/identifiers.ts"
import { ACCOUNT_ZH } from "../shared/identifiers.words.ts"
import { eventZh, HOLDER_ZH, KEY_STATE_ZH, NO_PERMISSIONS, thirdPartyOf } from "../shared/incident.words.ts"
import { lossPhrase } from "../shared/loss.ts"
import { matterZh } from "../shared/matter.ts"
import { ROLE_ZH } from "../shared/matter.words.ts"
import { isPoliceReport } from "../shared/police-names.ts"
import { clause, money, shown } from "../shared/print.ts"
import { NOT_VERIFIED, verifiedOn } from "../shared/routes.words.ts"
import { isOutgoing, isToUser } from "../shared/wallets.ts"
import * as words from "./approval-points.words.ts"
import { typedPoints } from "./approval-typed.ts"
import { channelZh, type Leaving } from "./what-leaves.ts"
import { notSent } from "./what-leaves.words.ts"

/**
 * 报请要点（供起草呈请报告参考）: what an officer needs to write the internal report in the agency's own form. It is no
 * document of the police: no heading of one, no place for a number, no words of approval, and no opinion on whether
 * anything is lawful.
 */

/** Matters that have a rule, in the order in which they come up, each with the provisions it rests on. */
const BASES: readonly (readonly [matter: string, ids: readonly string[]])[] = [
    [words.MATTERS_ZH.jurisdiction, ["jurisdiction"]],
    [words.MATTERS_ZH.inquiry, ["inquiry"]],
    [words.MATTERS_ZH.obtaining, ["obtaining", "obtainingData"]],
    [words.MATTERS_ZH.use, ["inquiryEvidence"]],
    [words.MATTERS_ZH.property, ["propertyQuery", "freezing"]],
    [words.MATTERS_ZH.abroad, ["stateOrgans"]],
    [words.MATTERS_ZH.foreign, ["foreignMaterial", "translation"]],
    [words.MATTERS_ZH.judicial, ["formalRoute"]],
]

const CITED = {
    inquiry: ["inquiry"],
    obtaining: ["obtaining", "obtainingData"],
    query: ["propertyQuery"],
    freezing: ["inquiry", "freezing"],
    formal: ["formalRoute"],
    abroad: ["stateOrgans"],
    secrets: ["stateSecrets", "workSecrets"],
    foreign: ["foreignState", "foreignAuthority"],
    answer: ["foreignMaterial", "translation"],
} as const

/**
 * Data of 报请要点.
 *
 * @param leaving - What leaves, once the officer has chosen; before that nothing the officer chooses is counted.
 * @param officer - What the officer entered, which then takes the place of what is usual.
 */
export function approvalPointsView(
    facts: Case,
    items: readonly EvidenceItem[],
    recipient: Recipient,
    laws: Laws,
    leaving?: Leaving,
    officer?: Officer,
): object {
    const instrument = officer?.instrument?.nameZh
    const asked =
        leaving?.groups ??
        proposedGroups(facts, recipient, {
            orders: (facts.orders ?? []).length > 0,
            others: (facts.transfers ?? []).some(isOutgoing),
            users: (facts.transfers ?? []).some(isToUser),
        })
    return {
        ref: facts.ref,
        matter: matterZh(facts),
        made:
            leaving === undefined ? words.madeByReporter(printChineseDate(facts.preparedAt)) : words.MADE_WITH_OFFICER,
        points: factLines(facts, items),
        recipient: recipient.name.zh,
        isChosen: leaving !== undefined,
        typed: typedPoints(recipient, officer),
        lines: (leaving?.asked ?? []).map((text) => ({ text })),
        period: leaving?.period,
        groups: asked.map((group) => ("zh" in group ? { text: group.zh } : group)),
        filed: officer?.investigation?.stage === "filed" ? filedZh(officer) : undefined,
        otherInstrument:
            instrument === undefined || instrument.includes(words.FOR_EVIDENCE) ? undefined : shown(instrument),
        law: citations(laws, CITED),
        bases: BASES.map(([matter, ids]) => ({ matter, ...basis(laws, ids) })),
        compiledOn: laws.compiledOn,
        routes: Object.entries(recipient.routes).map(([id, route]) => ({
            name: route.name.zh,
            address: route.address ?? words.BY_OTHER_UNIT,
            source: route.source,
            verified:
                id === officer?.route
                    ? words.chosen(channelZh(officer))
                    : isBlank(route.verifiedOn)
                      ? NOT_VERIFIED
                      : verifiedOn(shown(route.verifiedOn)),
        })),
        absent: absentZh(recipient),
        unverified:
            officer?.channelConfirmed === undefined &&
            Object.values(recipient.routes).some(({ verifiedOn }) => isBlank(verifiedOn)),
        asksPhotos: officer === undefined ? asksPhotos(recipient) : wantsIdentityImages(recipient, officer),
        leaving: (leaving === undefined ? mayLeave(items, recipient) : leavingLines(leaving)).map((text) => ({ text })),
        notSent: (leaving?.notSent ?? notSent(isHeldByOther(facts))).map((text) => ({ text })),
        notice: recipient.userNotice.zh,
    }
}

/** That a case is filed already, with what is known of the decision. */
function filedZh({ caseNumbers = {} }: Officer): string {
    const { filingOn, filingNumber } = caseNumbers
    return words.filed([
        ...(filingOn === undefined ? [] : [printChineseDate(filingOn)]),
        ...(filingNumber === undefined ? [] : [shown(filingNumber)]),
    ])
}

function isBlank(day: string | undefined): boolean {
    return day === undefined || day === ""
}

export interface FactLine {
    readonly label: string
    readonly text: string
    readonly ids?: readonly { readonly name: string; readonly id: string }[]
}

/** Six lines: who reported, which account, what happened, who had access, what is missing, what there is to show it. */
export function factLines(facts: Case, items: readonly EvidenceItem[]): FactLine[] {
    const { account, incident } = facts
    return [
        {
            label: words.LABELS_ZH.report,
            text: words.reporterLine(shown(facts.reporter.name), shown(facts.reporter.phone)) + reportsLine(facts),
        },
        {
            label: words.LABELS_ZH.account,
            text: words.accountOf(shown(account.exchange), isOwnWallet(facts), heldBy(account.holder)),
            ids: [
                ...(account.uid === undefined ? [] : [{ name: uidZh(account.uid), id: account.uid }]),
                ...(account.registeredEmail === undefined
                    ? []
                    : [{ name: words.REGISTERED_EMAIL, id: account.registeredEmail }]),
                ...(account.subAccounts ?? []).map((id) => ({ name: ACCOUNT_ZH.sub, id })),
            ],
        },
        {
            label: words.LABELS_ZH.course,
            text: words.courseLine({
                when: whenZh(incident),
                event: eventZh(
                    incident.kind,
                    ROLE_ZH.reporter,
                    account.holder === undefined ? undefined : HOLDER_ZH,
                    isOwnWallet(facts),
                ),
                noticed: printBeijing(incident.noticedAt),
            }),
        },
        ...(accessLine(facts) === ""
            ? []
            : [{ label: words.LABELS_ZH[facts.apiKey === undefined ? "factor" : "access"], text: accessLine(facts) }]),
        { label: words.LABELS_ZH.loss, text: lossLine(facts) },
        { label: words.LABELS_ZH.materials, text: materialsLine(facts, items) },
    ]
}

const heldBy = (holder: Case["account"]["holder"]) =>
    holder === undefined ? undefined : { name: shown(holder.name), relation: shown(holder.relation) }

function reportsLine({ reports }: Case): string {
    const told = reports.map((report) => {
        const details = [
            report.at === undefined ? undefined : printChineseDate(report.at),
            report.number === undefined ? undefined : words.reportNumber(shown(report.number)),
        ].filter((part) => part !== undefined)
        const told = isPoliceReport(report) ? words.toldPolice : words.toldOthers
        return `${told(shown(report.to))}${details.length === 0 ? "" : `（${details.join("，")}）`}`
    })
    return told.length === 0 ? "" : words.toldBefore(told)
}

/** First and last operation as far as they are known. */
function whenZh({ firstOperation, lastOperation }: Case["incident"]): string {
    const first = firstOperation.at
    if (isUnknown(first)) return words.TIME_NOT_KNOWN
    const known = [first, ...(lastOperation === undefined || isUnknown(lastOperation.at) ? [] : [lastOperation.at])]
    const beijing = words.fromTo(known.map(printBeijing))
    return known.every(isMoment) ? words.bothClocks(beijing, words.fromTo(known.map(printUtc))) : beijing
}

/** Who had access to the account, where the case says anything of it. */
function accessLine({ apiKey, twoFactor }: Case): string {
    const key =
        apiKey === undefined
            ? undefined
            : apiKey.state === "none"
              ? words.NO_KEY
              : words.keyLine(
                    thirdPartyOf(apiKey) === undefined ? undefined : shown(apiKey.thirdParty),
                    shown(codesZh("permission", apiKey.permissions), NO_PERMISSIONS),
                    KEY_STATE_ZH[apiKey.state],
                )
    const factor = twoFactor === undefined ? undefined : words.TWO_FACTOR_ZH[twoFactor.enabled]
    return [key, factor].flatMap((part) => (part === undefined ? [] : [`${part}。`])).join("")
}

function lossLine(facts: Case): string {
    const { loss, incident } = facts
    const net = loss.netLoss === undefined ? "" : words.netLoss(money(loss.netLoss.value), clause(loss.netLoss.source))
    return words.lossLine(becameZh(incident), lossPhrase(facts), net)
}

/** What became of the assets: no more than the kinds of the incident say. */
function becameZh({ kind }: Case["incident"]): string {
    const isSold = kind.includes("unauthorised-trading")
    const isMoved = kind.includes("unauthorised-transfer") || kind.includes("unauthorised-withdrawal")
    const isEither = kind.includes("account-takeover") || (isSold && isMoved)
    const { BECAME } = words
    return words.either([
        ...(isEither ? [BECAME.both] : isSold ? [BECAME.sold] : isMoved ? [BECAME.moved] : []),
        ...(kind.includes("payment-by-deception") ? [BECAME.paid] : []),
    ])
}

function materialsLine({ originals }: Case, items: readonly EvidenceItem[]): string {
    const count = (folder: string) => items.filter(({ entry }) => entry.folder === folder).length
    const kinds = [
        [count("evidence"), words.pictures],
        [count("exports"), words.exportFiles],
    ] as const
    const given = kinds.flatMap(([n, what]) => (n === 0 ? [] : [what(n)]))
    const files = given.length === 0 ? words.NO_FILES : words.withFiles(given)
    return `${files}。${words.originalsAt(clause(originals))}。`
}

/** What may leave before the officer has chosen: kinds alone, and what the reporter released. */
function mayLeave(items: readonly EvidenceItem[], recipient: Recipient): readonly string[] {
    const pictures = items.filter((item) => releasedForm(item) !== undefined).length
    const routes = Object.values(recipient.routes).flatMap(({ identityImages, name }) =>
        identityImages === "yes" ? [name.zh] : [],
    )
    return [
        wantsTranslation(recipient) ? words.REQUEST_TRANSLATED : words.REQUEST,
        words.IDENTIFIERS,
        pictures === 0 ? words.NO_PICTURES : words.releasedPictures(pictures),
        words.OFFICER,
        routes.length === 0 ? words.NO_PHOTOS : words.photosFor(routes, recipient.identityReceivers.zh),
    ]
}

function leavingLines({ contents, persons, photos }: Leaving): readonly string[] {
    return [...contents, ...persons.map(({ who, what }) => words.dataOf(who, what)), words.photos(photos)]
}

/** Provisions of a matter, and for each law behind them its date and standing, a line each, as dates break at their hyphens in a text document. */
function basis(
    laws: Laws,
    ids: readonly string[],
): { readonly articles: string; readonly dated: readonly { readonly text: string }[] } {
    const provisions = ids.map((id) => provision(laws, id))
    const sources = [...new Map(provisions.map(({ of }) => [of.id, of])).values()]
    const dated = sources.flatMap((law, i) => {
        const name = sources.length > 1 ? `《${law.short ?? law.name}》` : ""
        const end = i < sources.length - 1 ? "；" : ""
        return [{ text: `${name}${law.dated}，` }, { text: `${seen(law.status, law.seenOn)}${end}` }]
    })
    return { articles: cite(...provisions), dated }
}
