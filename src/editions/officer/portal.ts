import { own } from "../../base/own.ts"
import { printBeijing, printUtc } from "../../base/text/time.ts"
import type { Case } from "../../facts/case/schema.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { takesIdentityLetter } from "../../facts/checklist/identity-release.ts"
import { fieldAt } from "../../facts/officer/field-at.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { identityImageName } from "../../facts/officer/photo-role.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { isOwnWallet } from "../../facts/recipients/platform.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { ownerOf } from "../recipient/owner.ts"
import { span } from "../recipient/recipient.words.ts"
import { chosenGroups, edgeEn, ownPeriod, period } from "../recipient/scope.ts"
import { instrumentEn, investigationEn, numberLine } from "../recipient/sender.ts"
import { furtherTargets, kindEn } from "../recipient/targets.ts"
import { exceptEn, ownerEn } from "../recipient/targets.words.ts"
import { shown } from "../shared/print.ts"
import { NOT_PROVIDED, NOT_PROVIDED_EN } from "../shared/print.words.ts"
import { grade, NOT_VERIFIED, verifiedOn } from "../shared/routes.words.ts"
import { LEAF_ZH } from "./checklist.words.ts"
import { TARGET_ROLE_ZH, targetZh } from "./letter.words.ts"
import * as words from "./portal.words.ts"
import { typedValues } from "./portal-typed.ts"

/**
 * 门户填报信息单: the portal's steps in its own order, each with the values to copy. For the officer alone; it stays on
 * the officer's machine and holds no sentence of the victim.
 */

export interface PortalValue {
    readonly label: string
    readonly labelEn: string
    /** What is typed into the portal, or which file is uploaded. */
    readonly copy: string
    /** The same in Chinese, or what to mind. */
    readonly zh: string
    readonly state: string
    /** False for uploads: there is nothing to type. */
    readonly typed: boolean
    /** True for a photo of the police ID. */
    readonly isPhoto?: true
}

export interface PortalStep {
    readonly number: string
    readonly zh: string
    readonly en?: string
    readonly values: readonly PortalValue[]
    /** Rows of the table that the step takes. */
    readonly rows: number
}

export interface PortalStage {
    readonly stage: string
    /** Why nothing is filled in here. */
    readonly note?: string
    readonly steps: readonly PortalStep[]
}

export interface PortalSheet {
    readonly ref: string
    readonly recipient: string
    readonly at: string
    readonly chosen: string
    readonly isPortal: boolean
    readonly portal: { readonly address: string; readonly source: string; readonly verified: string }
    readonly stages: readonly PortalStage[]
    readonly followUp: string
    /** Number of the section behind the stages. */
    readonly after: number
}

/**
 * The sheet; `undefined` where the recipient has no portal with known steps.
 *
 * @param files - Names of the files that are uploaded with the request.
 */
export function portalSheet(
    facts: Case,
    ref: string,
    recipient: Recipient,
    checklist: Checklist,
    officer: Officer,
    files: readonly string[],
): PortalSheet | undefined {
    const { portal } = recipient.routes
    if (portal?.steps === undefined) return undefined
    const { steps } = portal
    const names = [...new Set(steps.map(({ stage }) => stage))]
    // What comes before the request opens the account, which the existing one has behind it.
    const request = names.findIndex((name) =>
        steps.some(({ stage, leaves = [] }) => stage === name && leaves.some((id) => leafOf(recipient, id)?.materials)),
    )
    const source: Source = {
        ref,
        recipient,
        checklist,
        officer,
        files,
        request: requestValues(facts, ref, recipient, officer),
    }
    const stages = [
        ...names.map((stage, at) => {
            const own = steps.map((step, i) => ({ ...step, number: i + 1 })).filter((step) => step.stage === stage)
            const isDone = officer.route === "existing-account" && at < request
            const opens = !typeOf(officer).photos && at < request
            return {
                stage,
                ...(isDone ? { note: words.STAGE_DONE } : opens ? { note: words.STAGE_WITHOUT_PHOTOS } : {}),
                steps: isDone ? [] : own.map((step) => stepOf(step, source)),
            }
        }),
        ...unplaced(steps, source),
    ]
    return {
        ref,
        recipient: recipient.name.zh,
        at: printBeijing(officer.completedAt),
        chosen: recipient.routes[officer.route]?.name.zh ?? NOT_PROVIDED,
        isPortal: officer.route === "portal",
        portal: {
            // Nothing to start from would send people to a search engine.
            address:
                portal.address ??
                (recipient.officialPage === undefined
                    ? NOT_PROVIDED
                    : words.throughPage(recipient.officialPage.address)),
            source: portal.source,
            verified: words.withGrade(
                portal.verifiedOn === undefined ? NOT_VERIFIED : verifiedOn(portal.verifiedOn),
                grade(portal.grade),
            ),
        },
        stages,
        after: stages.length + 1,
        followUp: recipient.followUp?.address ?? NOT_PROVIDED,
    }
}

/** Details that no step names are shown behind them, so that none is left out; an account has been through this. */
function unplaced(steps: readonly Omit<Step, "number">[], source: Source): PortalStage[] {
    const { recipient, officer, checklist } = source
    const named = steps.flatMap(({ leaves = [] }) => leaves)
    const leaves = recipient.items
        .flatMap((item) => item.leaves.map(({ id }) => id))
        .filter((id) => !named.includes(id) && (checklist.itemsAsked || valuesOf(id, source).length > 0))
    if (leaves.length === 0 || officer.route === "existing-account") return []
    const step = { number: steps.length + 1, ...words.UNPLACED_STEP, leaves }
    return [{ stage: words.UNPLACED, steps: [stepOf(step, source)] }]
}

interface Source {
    readonly ref: string
    readonly recipient: Recipient
    readonly checklist: Checklist
    readonly officer: Officer
    readonly files: readonly string[]
    readonly request: readonly PortalValue[]
}

interface Step {
    readonly number: number
    readonly zh: string
    readonly en?: string | undefined
    readonly leaves?: readonly string[] | undefined
}

function stepOf({ number, zh, en, leaves = [] }: Step, source: Source): PortalStep {
    const values = leaves.flatMap((id) => valuesOf(id, source))
    return { number: String(number), zh, ...(en === undefined ? {} : { en }), values, rows: values.length + 1 }
}

function leafOf(recipient: Recipient, id: string) {
    return recipient.items.flatMap(({ leaves }) => leaves).find((leaf) => leaf.id === id)
}

/** What one detail of the profile asks for: typed values, a photograph, or the request itself with its files. */
function valuesOf(id: string, source: Source): PortalValue[] {
    const { recipient, checklist, officer, ref, files } = source
    const leaf = leafOf(recipient, id)
    const status = checklist.items.flatMap(({ leaves }) => leaves).find((one) => one.id === id)
    if (leaf?.materials !== undefined) return [...source.request, ...uploads(files, checklist)]
    // What the kind of request does not ask has no status.
    if (leaf === undefined || status === undefined) return []
    const state = LEAF_ZH[status.state]
    const label = leaf.zh
    const labelEn = englishLabel(recipient, leaf)
    if (leaf.photo !== undefined) {
        if (takesIdentityLetter(recipient, officer)) return []
        const copy = words.uploadPhoto(identityImageName(ref, leaf.photo), ref)
        return [{ label, labelEn, copy, zh: words.PHOTO_ONCE, state, typed: false, isPhoto: true }]
    }
    if (leaf.byHand !== undefined) return [{ label, labelEn, ...words.BY_HAND, state, typed: false }]
    const fields = (leaf.fields ?? []).map((path) => ({ foreign: !path.endsWith("Zh"), text: textOf(officer, path) }))
    const joined = (foreign: boolean): string =>
        fields
            .filter((field) => field.foreign === foreign)
            .map(({ text }) => text ?? NOT_PROVIDED)
            .join(foreign ? ", " : "，")
    return [{ label, labelEn, copy: joined(true), zh: joined(false) || "—", state, typed: true }]
}

/** The files of the request, in order; the first one is there once the letter is sealed, the others from the beginning. */
function uploads(files: readonly string[], { conditions }: Checklist): readonly PortalValue[] {
    const isSealed = conditions.every(({ id, met }) => id !== "sealed-letter" || met)
    return files.map((copy, i) => ({
        ...{ label: words.uploadZh(i + 1), labelEn: words.uploadEn(i + 1), copy },
        ...{ zh: i === 0 ? words.LETTER_FIRST : words.NO_PHOTOS, typed: false },
        state: i === 0 && !isSealed ? words.TO_BE_SEALED : LEAF_ZH.ready,
    }))
}

function englishLabel(recipient: Recipient, leaf: Recipient["items"][number]["leaves"][number]): string {
    const item = recipient.items.find(({ leaves }) => leaves.some(({ id }) => id === leaf.id))
    const named = leaf.fields?.map((path) => words.FIELD_EN[path]).find((name) => name !== undefined)
    return leaf.en ?? (item?.leaves.length === 1 ? item.en : undefined) ?? named ?? item?.en ?? leaf.id
}

/** What the form of the request asks for, wherever it asks. */
function requestValues(facts: Case, ref: string, recipient: Recipient, officer: Officer): PortalValue[] {
    const { request = {} } = officer
    const { from, to } = period(facts, officer)
    const { name, number, date } = instrumentEn(officer)
    const periodOf = (group: string): string | undefined => {
        const own = ownPeriod(facts, officer, recipient, group)
        return own === undefined ? undefined : span(printUtc(own.from), printUtc(own.to))
    }
    const value = (asked: words.Asked, copy: string): PortalValue => {
        const state = copy.includes(NOT_PROVIDED_EN) ? LEAF_ZH.missing : LEAF_ZH.ready
        return { label: asked.label, labelEn: asked.labelEn, copy, zh: asked.zh, state, typed: true }
    }
    const { uid, registeredEmail } = facts.account
    const { withholdNotice, replyBy } = request
    const groups = chosenGroups(facts, recipient, officer)
    const { stage, offence, legalBasis } = investigationEn(officer)
    const { ASKED } = words
    const targets = furtherTargets(facts, officer)
    const type = typeIdOf(officer)
    const { data, instrument, provides } = typeOf(officer)
    const when = (is: boolean, ...values: readonly PortalValue[]): readonly PortalValue[] => (is ? values : [])
    return [
        value({ ...ASKED.type, zh: words.TYPE_NOTE[type] }, words.TYPE_ANSWER[type]),
        value(ASKED.stage, stage),
        value(ASKED.offence, offence),
        ...when(instrument !== undefined, value(ASKED.law, legalBasis)),
        ...when(data, value(ASKED.role, ownerEn(ownerOf(facts, recipient, officer), isOwnWallet(facts)))),
        value(ASKED.ref, ref),
        ...typedValues(officer, value),
        ...(uid === undefined ? [] : when(data, value(ASKED.uid, uid))),
        ...(registeredEmail === undefined ? [] : when(data, value(ASKED.email, registeredEmail))),
        ...(facts.account.subAccounts ?? []).flatMap((one) => when(data, value(ASKED.sub, one))),
        ...when(
            data,
            ...targets
                .slice(0, MOST_TARGETS)
                .map((one) =>
                    value({ label: targetZh(one), labelEn: kindEn(one), zh: TARGET_ROLE_ZH[one.role] }, one.value),
                ),
            ...(targets.length > MOST_TARGETS
                ? [value(ASKED.further, words.furtherEn(targets.length - MOST_TARGETS))]
                : []),
            value(ASKED.from, edgeEn(from)),
            value(ASKED.to, edgeEn(to)),
            value(
                provides ? ASKED.data : { ...ASKED.data, ...words.RECORDS },
                groups.map(({ id, en }, i) => words.dataEn(i + 1, en, periodOf(id))).join("\n"),
            ),
        ),
        ...when(
            instrument !== undefined,
            value(
                { ...words.INSTRUMENT, zh: shown(officer.instrument?.nameZh) },
                words.instrumentEn(name, numberLine(number), date),
            ),
        ),
        ...when(provides, value(ASKED.replyBy, replyBy?.local ?? NOT_PROVIDED_EN)),
        withholdNotice === undefined
            ? value(ASKED.notify, words.NO_RESTRICTION)
            : value(
                  { ...ASKED.notify, zh: shown(withholdNotice.reasonZh) },
                  words.doNotNotify(
                      exceptEn(ownerOf(facts, recipient, officer)),
                      withholdNotice.until.local,
                      shown(withholdNotice.reasonEn),
                  ),
              ),
    ]
}

/** Identifiers beside the account that are typed one by one; the rest is in the file that is uploaded. */
const MOST_TARGETS = 10

/** A field of the officer data by its path in the profile, for example `officer.phoneType`. */
function textOf(officer: Officer, path: string): string | undefined {
    const value = fieldAt(officer, path)
    if (typeof value !== "string" || value.trim() === "") return undefined
    return path === "officer.phoneType" ? (own(words.PHONE_TYPE_EN, value) ?? value) : shown(value)
}
