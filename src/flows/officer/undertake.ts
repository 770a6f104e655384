import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, issue, PacketError } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { compareTimes, printBeijing, rfc3339 } from "../../base/text/time.ts"
import { checkDeskNeeds } from "../../editions/officer/desk-needs.ts"
import { isVictims, ownerOf } from "../../editions/recipient/owner.ts"
import { checkScope } from "../../editions/recipient/scope.ts"
import { releasedForm } from "../../editions/shared/evidence-item.ts"
import { matterZh } from "../../editions/shared/matter.ts"
import type { Case } from "../../facts/case/schema.ts"
import { unprintableTexts } from "../../facts/case/unprintable.ts"
import { type Checklist, makeChecklist } from "../../facts/checklist/checklist.ts"
import { identityLacks, wantsIdentityImages } from "../../facts/checklist/identity-release.ts"
import type { Material } from "../../facts/checklist/material.ts"
import { validateOfficer } from "../../facts/checklist/officer-check.ts"
import { recipientNotes } from "../../facts/checklist/recipient-notes.ts"
import { checkSelection, placeFacts } from "../../facts/checklist/selection.ts"
import { checkType } from "../../facts/checklist/type-gates.ts"
import { confirmedForIssues, confirmedHere } from "../../facts/officer/confirmed-for.ts"
import { checkDateOrder } from "../../facts/officer/date-order.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import type { PhotoRole } from "../../facts/officer/photo-role.ts"
import { typeOf } from "../../facts/officer/request-type.ts"
import { knownAddresses } from "../../facts/recipients/known-addresses.ts"
import { factsForDesk, factsOfOtherDesk, otherDeskIn, placeOfAccount } from "../../facts/recipients/platform.ts"
import { loadRecipient, photosAsked } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { type OutputSize, sizeIssues } from "../../typeset/mail/budget.ts"
import { lacking } from "../print/compose.ts"
import { askedBefore } from "./earlier.ts"
import type { NoteSetting } from "./foreign-note.ts"
import { type PhotoFile, photoFacts, takePhotos, unmarkedIssues } from "./identity.ts"
import { archiveName, requestId, stemOf } from "./names.ts"
import { type OpenDraft, openDraft } from "./open-draft.ts"
import { scanIssues } from "./papers.ts"

/** What both steps of the officer's half work with: draft, officer data and papers, checked against each other. */

/** What the officer lays on the table besides the officer data. */
export interface OfficerInput {
    readonly file: string
    readonly officer: Officer
    readonly data: unknown
    /** Says of a finding about officer data where in the file it is; see `OfficerReading`. */
    readonly locate?: (found: Issue) => Issue
    readonly photos: ReadonlyMap<PhotoRole, NamedBytes>
    /** What messages call the folder of the photos, where one was named. */
    readonly photoFolder?: string
    readonly legal: readonly NamedBytes[]
    /** Scans of the account holder's signed consent, in order. */
    readonly consent?: readonly NamedBytes[]
}

/** Everything both steps work with, checked. */
export interface Undertaking {
    readonly draft: OpenDraft
    /** The case as this desk is asked about it; the draft holds it whole. */
    readonly facts: Case
    readonly input: OfficerInput
    readonly recipient: Recipient
    readonly ref: string
    /** What the names of this request's files begin with. */
    readonly stem: string
    /** Name of the archive that the second step makes. */
    readonly archive: string
    readonly at: string
    readonly issues: readonly Issue[]
}

/** Checks officer data against draft and profile. Throws `PacketError` with all errors found. */
export async function undertake(draft: OpenDraft, given: OfficerInput, host: Host): Promise<Undertaking> {
    const whole = draft.loaded.case
    const { file } = given
    const recipient = loadRecipient(host, given.officer.recipient ?? whole.recipient, [file, "recipient"])
    const place = placeOfAccount(host, whole, recipient)
    const asked = askedBefore(draft, file, confirmedHere(given.officer, recipient.id), recipient)
    // What the desk is not told of the account is no other name for the matter.
    const ofDesk = { ...factsForDesk(host, whole, recipient), matter: matterZh(whole) }
    const facts = asked.keyIsKnown ? withoutKey(ofDesk) : ofDesk
    const placed = placeFacts(asked.officer, whole)
    const officer = leaveOut(placed, [...factsOfOtherDesk(whole, place), ...asked.places])
    const { left, ...input } = enclosed({ ...given, officer })
    const released = new Set(draft.items.filter((item) => releasedForm(item)).map((item) => item.entry.label))
    const labels = new Set(draft.items.map((item) => item.entry.label))
    const copies = new Map(draft.items.flatMap(({ entry, masked }) => (masked ? [[masked.label, entry.label]] : [])))
    const issues = [
        ...draft.issues,
        ...asked.issues,
        ...confirmedForIssues(file, given.officer, recipient.id, whole.recipient),
        ...checkSelection(file, officer, recipient, facts, released, labels, copies),
        ...(await scanIssues([...input.legal, ...(input.consent ?? [])])),
        ...unprintableTexts(input.data, (text) => lacking(host, text)).map(({ path, characters }) =>
            issue("request.text.unprintable", [file, ...path], { characters }),
        ),
        ...left,
        ...checkType(file, officer, recipient, whole, (text) => otherDeskIn(host, text, recipient)),
        ...checkScope(file, facts, recipient, officer, place),
        ...checkDateOrder(file, officer),
        ...recipientNotes(file, recipient, officer),
        ...checkDeskNeeds(file, facts, recipient, officer),
        ...unmarkedIssues(file, recipient, officer),
        ...(await validateOfficer(
            file,
            officer,
            input.data,
            recipient,
            knownAddresses(host),
            await photoFacts(input.photos),
        )),
    ]
    if (compareTimes(officer.completedAt, facts.preparedAt) < 0)
        issues.push(
            issue("request.time.before-draft", [file, "completedAt"], {
                completed: printBeijing(officer.completedAt),
                prepared: printBeijing(facts.preparedAt),
            }),
        )
    const ref = officer.ref ?? facts.ref
    const at = rfc3339(officer.completedAt) ?? ""
    const stem = stemOf(ref, requestId(officer))
    const isFirst = stem === ref && draft.report.kind === "draft"
    const archive = archiveName(ref, isFirst ? undefined : draft.report.layers.length + 1)
    return { draft, facts, input, recipient, ref, stem, archive, at, issues: settle({ input, issues: [] }, issues) }
}

/** A case of which the desk knows the key already. */
function withoutKey({ apiKey: _, ...facts }: Case): Case {
    return facts
}

/** What 境外电子数据来源情况说明 is about, before an answer came. */
export function noteSetting({ draft, input, recipient, ref, at }: Undertaking): NoteSetting {
    return { facts: draft.loaded.case, recipient, ref, at, officer: input.officer }
}

/** The papers without those that a kind of request does not enclose; `left` says which were given all the same. */
function enclosed(given: OfficerInput): OfficerInput & { readonly left: readonly Issue[] } {
    const { file, officer, legal, consent = [] } = given
    const { words, instrument, consent: takesConsent, narrative } = typeOf(officer)
    const takes = { legal: instrument !== undefined, consent: takesConsent, exhibits: narrative === "whole" }
    const there = { legal: legal.length, consent: consent.length, exhibits: officer.exhibits?.length ?? 0 }
    const left = (["legal", "consent", "exhibits"] as const)
        .filter((what) => !takes[what] && there[what] > 0)
        .map((what) => issue("request.type.left-out", [file, "request", "type"], { type: words, what }, "warning"))
    return { ...given, legal: takes.legal ? legal : [], consent: takes.consent ? consent : [], left }
}

/** Officer data that use some facts less. */
function leaveOut(officer: Officer, places: readonly string[]): Officer {
    if (places.length === 0) return officer
    return { ...officer, factsNotUsed: [...new Set([...(officer.factsNotUsed ?? []), ...places])] }
}

/** The officer's papers as files. */
export interface Papers {
    /** officer.xlsx or officer.yaml. */
    readonly officer: NamedBytes
    /** Files of the photo folder; `folder` is what messages call it. */
    readonly photos?: { readonly folder: string; readonly files: readonly PhotoFile[] }
    readonly legal: readonly NamedBytes[]
    /** Scans of the account holder's signed consent, in order. */
    readonly consent?: readonly NamedBytes[]
    /** Scans of the sealed letter, in order; none in the first step. */
    readonly sealed?: readonly NamedBytes[]
}

/**
 * Takes up a draft with the officer's papers. Throws `PacketError` with all errors found.
 *
 * @param now - RFC 3339 with offset: signatures are judged at this time.
 */
export async function takeUp(source: ByteSource, papers: Papers, host: Host, now: string): Promise<Undertaking> {
    return takeUpOpened(() => openDraft(source, host, now), papers, host)
}

/** The same where the draft may be open already. */
export async function takeUpOpened(open: () => Promise<OpenDraft>, papers: Papers, host: Host): Promise<Undertaking> {
    const { officer: file, photos, legal, consent = [], sealed = [] } = papers
    const reading = readOfficerFile(file.name, file.bytes)
    const taken = await takePhotos(photos?.files ?? [])
    const issues = [...reading.issues, ...taken.issues, ...(await scanIssues([...legal, ...consent, ...sealed]))]
    if (reading.officer === undefined || hasErrors(issues)) throw new PacketError(issues)
    const given: OfficerInput = {
        file: file.name,
        officer: reading.officer,
        data: reading.data,
        ...(reading.locate === undefined ? {} : { locate: reading.locate }),
        photos: taken.photos,
        ...(photos === undefined ? {} : { photoFolder: photos.folder }),
        legal,
        consent,
    }
    const undertaking = await undertake(await open(), given, host)
    return { ...undertaking, issues: [...issues, ...undertaking.issues] }
}

/**
 * Findings of a step, added to those of the undertaking, each with its place in the officer's file. Throws `PacketError`
 * with all of them when one is an error.
 */
export function settle(
    { input, issues }: Pick<Undertaking, "input" | "issues">,
    found: readonly Issue[],
): readonly Issue[] {
    const { locate = (one: Issue) => one } = input
    const all = [...issues, ...found.map(locate)]
    if (hasErrors(all)) throw new PacketError(all)
    return all
}

/** The checklist as things stand; `sealed` is empty in the first step. See {@link Material} on `sealedAgrees`. */
export function checklistOf(
    undertaking: Undertaking,
    materials: readonly string[],
    sealed: readonly NamedBytes[],
    sealedAgrees = true,
): Checklist {
    const { recipient, input, facts } = undertaking
    const consentHelps = isVictims(ownerOf(facts, recipient, input.officer))
    const material = { ...materialOf(input, materials, sealed), sealedAgrees, consentHelps }
    return makeChecklist(recipient, input.officer, material, undertaking.issues)
}

/** What lies on the table besides the officer data. */
export function materialOf(
    input: Pick<OfficerInput, "file" | "photos" | "legal" | "consent">,
    materials: readonly string[],
    sealed: readonly NamedBytes[],
): Material {
    return {
        photos: new Set(input.photos.keys()),
        sealedLetter: sealed.length > 0,
        legalScans: input.legal.length,
        consentScans: input.consent?.length ?? 0,
        caseMaterials: true,
        files: {
            officer: input.file,
            photos: new Map([...input.photos].map(([role, { name }]) => [role, name])),
            legal: input.legal.map(({ name }) => name),
            materials,
            sealed: sealed.map(({ name }) => name),
        },
    }
}

/** Photos that the route with a confirmed channel asks for and that are not there: an error once `areNeeded`. */
export function missingPhotos({ recipient, input }: Undertaking, areNeeded: boolean): Issue[] {
    if (!wantsIdentityImages(recipient, input.officer) || input.officer.channelConfirmed?.way === undefined) return []
    // Images that must not go anyway are not waited for.
    const mayGo = identityLacks(recipient, input.officer).length === 0
    return photosAsked(recipient)
        .filter((role) => !input.photos.has(role))
        .map((role) =>
            issue(
                "request.photo.missing",
                [input.photoFolder ?? "--photos"],
                { role, folder: input.photoFolder ?? "" },
                areNeeded && mayGo ? "error" : "warning",
            ),
        )
}

/** Whether what leaves fits into the mails of the route: too much is an error where mail is the way. */
export function sendSizeIssues({ input }: Undertaking, size: OutputSize): readonly Issue[] {
    return sizeIssues(size, [input.file, "exhibits"], input.officer.route === "email" ? "error" : "warning")
}
