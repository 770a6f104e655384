import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, PacketError, weighed } from "../../base/issue.ts"
import type { Lang } from "../../base/lang.ts"
import { conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import { conditionBasis, conditionWhere, leafReason, leafWhere } from "../../editions/officer/checklist-cells.ts"
import { ENGLISH } from "../../editions/officer/checklist-english.ts"
import { type Checklist, makeChecklist } from "../../facts/checklist/checklist.ts"
import { validateFields } from "../../facts/checklist/officer-check.ts"
import { confirmedHere } from "../../facts/officer/confirmed-for.ts"
import { type OfficerSoFar, officerSoFar } from "../../facts/officer/officer.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { identityImages, takePhotos } from "./identity.ts"
import type { OpenDraft } from "./open-draft.ts"
import { sealedIssues } from "./papers.ts"
import { blankIssues } from "./prepare.ts"
import { checkPrepared, type PreparedFolder } from "./prepared-record.ts"
import { checklistOf, materialOf, missingPhotos, type Papers, takeUpOpened, type Undertaking } from "./undertake.ts"

/** How a request stands at any time: also while the officer data are unfinished and no step could begin. */

/** A line of the checklist, in Chinese in the words of the printed one. */
export interface CellTexts {
    readonly reasons: readonly string[]
    readonly where: readonly string[]
}

export interface LookedOver {
    readonly recipient: string
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    /** By the ids of details, and of conditions. */
    readonly cells: Readonly<Record<string, Readonly<Record<Lang, CellTexts>>>>
    /** What the first step would find; with an error it would not begin. */
    readonly issues: readonly Issue[]
}

/**
 * Looks at a draft with the officer's papers, finished or not. Throws `PacketError` where there is no such desk.
 *
 * @param prepared - What the first step left, where it is at hand. What no longer agrees with it is a warning here: whoever
 *   changes an answer on purpose does the first step again.
 */
export async function lookOver(
    draft: OpenDraft,
    papers: Papers,
    host: Host,
    prepared?: PreparedFolder,
): Promise<LookedOver> {
    const { officer: form, photos, legal, consent = [], sealed = [] } = papers
    const { officer, recipient } = soFar(draft, papers, host)
    const taken = (await takePhotos(photos?.files ?? [])).photos
    const { issues, checklist } = await judge(draft, papers, host, prepared)
    // What is no scan is named among the errors; a condition is not met by it.
    const wrong = new Set(issues.filter(({ severity }) => severity === "error").map(({ path }) => path[0]))
    const scans = (files: readonly NamedBytes[]) => files.filter(({ name }) => !wrong.has(name))
    const given = { file: form.name, photos: taken, legal: scans(legal), consent: scans(consent) }
    const material = { ...materialOf(given, [], scans(sealed)), sealedAgrees: false }
    const known = checklist ?? makeChecklist(recipient, officer, material, issues)
    return {
        recipient: recipient.id,
        checklist: known,
        numbers: numbersZh(known),
        conclusion: conclusionZh(known),
        cells: cellsOf(known, recipient, officer),
        issues,
    }
}

/** The photos as they would leave; none while the time of the act, whose date is burnt in, is open. */
export async function markedPhotos(draft: OpenDraft, papers: Papers, host: Host): Promise<readonly NamedBytes[]> {
    const { officer, recipient } = soFar(draft, papers, host)
    const { completedAt } = officer
    if (completedAt === undefined) return []
    const { photos } = await takePhotos(papers.photos?.files ?? [])
    return identityImages(photos, officer.ref ?? draft.loaded.case.ref, recipient, { ...officer, completedAt }, host)
}

/** Officer data as far as they are right, and the desk that they name. */
function soFar({ loaded: { case: facts } }: OpenDraft, { officer: form }: Papers, host: Host) {
    const officer = officerSoFar(readOfficerFile(form.name, form.bytes).given)
    const named = officer.recipient ?? facts.recipient
    const known = host.recipients.includes(named) ? named : facts.recipient
    return { officer: confirmedHere(officer, known), recipient: loadRecipient(host, known, [form.name]) }
}

/** What the first step would say before it makes anything, and what the sealed letter no longer agrees with. */
async function judge(
    draft: OpenDraft,
    papers: Papers,
    host: Host,
    prepared: PreparedFolder | undefined,
): Promise<{ readonly issues: readonly Issue[]; readonly checklist?: Checklist }> {
    const { sealed = [] } = papers
    try {
        const undertaking = await takeUpOpened(() => Promise.resolve(draft), papers, host)
        const { locate = (found: Issue) => found } = undertaking.input
        const further = [...missingPhotos(undertaking, false), ...blankIssues(undertaking)].map(locate)
        const { differing, ofScans } = await compare(undertaking, prepared, sealed, host)
        const sealedAgrees = prepared !== undefined && differing.length === 0 && !hasErrors(ofScans)
        const told = differing.filter(({ code }) => code !== "request.letter-code.missing").map(locate)
        return {
            issues: [...undertaking.issues, ...further, ...told.map(asWarning), ...ofScans],
            checklist: checklistOf(undertaking, [], sealed, sealedAgrees),
        }
    } catch (fault) {
        if (!(fault instanceof PacketError && hasErrors(fault.issues))) throw fault
        const { officer, recipient } = soFar(draft, papers, host)
        const said = new Set(fault.issues.map(({ code }) => code))
        const doubts = await validateFields(papers.officer.name, officer, recipient)
        return { issues: [...fault.issues, ...doubts.filter(({ code }) => !said.has(code))] }
    }
}

const asWarning = (found: Issue): Issue => weighed(found, "warning")

/** What the second step would find in the folder of the first and in the scans of the sealed letter. */
async function compare(
    undertaking: Undertaking,
    prepared: PreparedFolder | undefined,
    sealed: readonly NamedBytes[],
    host: Host,
): Promise<{ readonly differing: readonly Issue[]; readonly ofScans: readonly Issue[] }> {
    if (prepared === undefined) return { differing: [], ofScans: [] }
    try {
        const { issues, letter } = checkPrepared(undertaking, prepared, host)
        return { differing: issues, ofScans: await sealedIssues(sealed, undertaking.input.officer, letter) }
    } catch (fault) {
        if (!(fault instanceof PacketError)) throw fault
        return { differing: fault.issues, ofScans: [] }
    }
}

function cellsOf({ items, conditions }: Checklist, recipient: Recipient, officer: OfficerSoFar): LookedOver["cells"] {
    return Object.fromEntries([
        ...items.flatMap(({ leaves }) =>
            leaves.map((leaf) => [
                leaf.id,
                {
                    "zh-CN": { reasons: leafReason(leaf, officer), where: leafWhere(leaf, officer) },
                    en: { reasons: leafReason(leaf, officer, ENGLISH), where: leafWhere(leaf, officer, ENGLISH) },
                },
            ]),
        ),
        ...conditions.map((condition) => [
            condition.id,
            {
                "zh-CN": {
                    reasons: [conditionBasis(condition, recipient, officer)],
                    where: [conditionWhere(condition)],
                },
                en: {
                    reasons: [conditionBasis(condition, recipient, officer, ENGLISH)],
                    where: [conditionWhere(condition, ENGLISH)],
                },
            },
        ]),
    ])
}
