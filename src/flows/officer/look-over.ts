import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import { hasErrors, type Issue, PacketError } from "../../base/issue.ts"
import { conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import { conditionBasis, conditionWhere, leafReason, leafWhere } from "../../editions/officer/checklist-cells.ts"
import { type Checklist, makeChecklist } from "../../facts/checklist/checklist.ts"
import { validateFields } from "../../facts/checklist/officer-check.ts"
import { type OfficerSoFar, officerSoFar } from "../../facts/officer/officer.ts"
import { readOfficerFile } from "../../facts/officer/officer-form-read.ts"
import { loadRecipient } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { identityImages, takePhotos } from "./identity.ts"
import type { OpenDraft } from "./open-draft.ts"
import { blankIssues } from "./prepare.ts"
import { checklistOf, materialOf, missingPhotos, type Papers, takeUpOpened } from "./undertake.ts"

/** How a request stands at any time: also while the officer data are unfinished and no step could begin. */

/** A line of the checklist in the words of the printed one. */
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
    readonly cells: Readonly<Record<string, CellTexts>>
    /** What the first step would find; with an error it would not begin. */
    readonly issues: readonly Issue[]
}

/** Looks at a draft with the officer's papers, finished or not. Throws `PacketError` where there is no such desk. */
export async function lookOver(draft: OpenDraft, papers: Papers, host: Host): Promise<LookedOver> {
    const { officer: form, photos, legal, consent = [], sealed = [] } = papers
    const { officer, recipient } = soFar(draft, papers, host)
    const taken = (await takePhotos(photos?.files ?? [])).photos
    const { issues, checklist } = await judge(draft, papers, host)
    // What is no scan is named among the errors; a condition is not met by it.
    const wrong = new Set(issues.filter(({ severity }) => severity === "error").map(({ path }) => path[0]))
    const scans = (files: readonly NamedBytes[]) => files.filter(({ name }) => !wrong.has(name))
    const given = { file: form.name, photos: taken, legal: scans(legal), consent: scans(consent) }
    const material = materialOf(given, [], scans(sealed))
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
    return { officer, recipient: loadRecipient(host, known, [form.name]) }
}

/** What the first step would say before it makes anything. */
async function judge(
    draft: OpenDraft,
    papers: Papers,
    host: Host,
): Promise<{ readonly issues: readonly Issue[]; readonly checklist?: Checklist }> {
    try {
        const undertaking = await takeUpOpened(() => Promise.resolve(draft), papers, host)
        const { locate = (found: Issue) => found } = undertaking.input
        const further = [...missingPhotos(undertaking, false), ...blankIssues(undertaking)].map(locate)
        return {
            issues: [...undertaking.issues, ...further],
            checklist: checklistOf(undertaking, [], papers.sealed ?? []),
        }
    } catch (fault) {
        if (!(fault instanceof PacketError && hasErrors(fault.issues))) throw fault
        const { officer, recipient } = soFar(draft, papers, host)
        const said = new Set(fault.issues.map(({ code }) => code))
        const doubts = await validateFields(papers.officer.name, officer, recipient)
        return { issues: [...fault.issues, ...doubts.filter(({ code }) => !said.has(code))] }
    }
}

function cellsOf({ items, conditions }: Checklist, recipient: Recipient, officer: OfficerSoFar): LookedOver["cells"] {
    return Object.fromEntries([
        ...items.flatMap(({ leaves }) =>
            leaves.map((leaf): [string, CellTexts] => [
                leaf.id,
                { reasons: leafReason(leaf, officer), where: leafWhere(leaf, officer) },
            ]),
        ),
        ...conditions.map((condition): [string, CellTexts] => [
            condition.id,
            { reasons: [conditionBasis(condition, recipient, officer)], where: [conditionWhere(condition)] },
        ]),
    ])
}
