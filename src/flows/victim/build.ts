import { utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import type { Host, Signer } from "../../base/host.ts"
import { hasErrors, type Issue, type IssuePath, issue } from "../../base/issue.ts"
import type { ByteSource } from "../../base/source.ts"
import { rfc3339 } from "../../base/text/time.ts"
import { approvalPointsView } from "../../editions/officer/approval-points.ts"
import { checklistTitle, checklistView } from "../../editions/officer/checklist.ts"
import { exhibitBookView } from "../../editions/police/exhibits.ts"
import { evidenceListView, type HandedOver, handoverView, verifyGuideView } from "../../editions/police/lists.ts"
import { policeDocuments } from "../../editions/police/police.ts"
import { policePositions, withoutPolicePositions } from "../../editions/police/positions.ts"
import { statementView } from "../../editions/police/statement.ts"
import { type EvidenceItem, releasedSizes, withCopies } from "../../editions/shared/evidence-item.ts"
import {
    identifiersCsv,
    identifiersView,
    platformEn,
    policeIdentifiers,
    tableSheets,
} from "../../editions/shared/identifiers.ts"
import { lossView } from "../../editions/shared/loss.ts"
import { checkAddresses } from "../../facts/addresses/look-alike.ts"
import { type LoadedCase, readCase } from "../../facts/case/load.ts"
import type { Case } from "../../facts/case/schema.ts"
import { emptyChecklist } from "../../facts/checklist/checklist.ts"
import {
    DESCRIPTION_FILE,
    emptyDescription,
    readDescriptions,
    withheldLabels,
} from "../../facts/evidence/descriptions.ts"
import { checkIntake, irregularIssues, type ListedFile } from "../../facts/evidence/intake.ts"
import { type EvidenceLock, nameKey, packetPath, parseLock } from "../../facts/evidence/lock.ts"
import { readLaws } from "../../facts/legal/laws.ts"
import { knownAddresses } from "../../facts/recipients/known-addresses.ts"
import { findRecipient, loadRecipient } from "../../facts/recipients/recipient.ts"
import { packed } from "../../packet/assemble/packed.ts"
import type { Packet } from "../../packet/assemble/packet.ts"
import { type LayerFile, planPacket } from "../../packet/assemble/plan.ts"
import { measure, type OutputSize, sizeIssues } from "../../typeset/mail/budget.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { screenChart, timelineChart } from "../print/charts.ts"
import { composeDocx, composePdf, DRAFT_HEAD, letteringOf } from "../print/compose.ts"
import { type ListedDocument, looseDocuments, printDocuments } from "../print/dossier.ts"
import { planExhibits } from "../print/exhibits.ts"
import { addMaskedCopies } from "./masked-copies.ts"

/** The victim's half: case folder -> draft packet and what a person reads and signs. */

/** A case folder as a shell hands it over. */
export interface CaseFolder {
    readonly caseFile: Uint8Array
    readonly lock?: Uint8Array
    readonly descriptions?: Uint8Array
    readonly listing: readonly ListedFile[]
    /** What lies among the files and is none, as `evidence/<path>`. */
    readonly irregular?: readonly string[]
}

/** What `check` finds and `build` works on. */
export interface CheckedCase {
    readonly issues: readonly Issue[]
    readonly loaded?: LoadedCase
    readonly items: readonly EvidenceItem[]
    readonly sources: ReadonlyMap<string, ByteSource>
}

/** Reads and checks a whole case folder; every finding at once. */
export async function checkCase(folder: CaseFolder, host: Host): Promise<CheckedCase> {
    const reading = readCase("case.yaml", folder.caseFile)
    const { lock, issues: lockIssues } = readLock(folder.lock)
    const described =
        folder.descriptions === undefined
            ? { descriptions: [], issues: [] }
            : readDescriptions(folder.descriptions, lock.entries)
    const intake = await checkIntake(lock, folder.listing, host.sha256, withheldLabels(described.descriptions))
    const strange = irregularIssues(folder.irregular ?? [])
    const issues = [...reading.issues, ...lockIssues, ...strange, ...intake, ...described.issues]
    const items = lock.entries.map((entry): EvidenceItem => {
        const description = described.descriptions.find(({ label }) => label === entry.label)
        return { ...(description ?? emptyDescription(entry.label)), entry }
    })
    const sources = new Map<string, ByteSource>()
    const listed = new Map(folder.listing.map((file) => [nameKey(file), file.source]))
    for (const entry of lock.entries) {
        const source = listed.get(nameKey(entry))
        if (source !== undefined) sources.set(entry.label, source)
    }
    if (reading.loaded !== undefined) {
        const { facts, case: read, at } = reading.loaded
        issues.push(
            ...placed(citations(facts, new Set(items.map(({ entry }) => entry.label))), at),
            ...placed(checkRecipient(read, host), at),
            ...placed(policePositions(read, "case.yaml"), at),
            ...checkAddresses(facts, knownAddresses(host), at, "case"),
        )
    }
    return {
        issues,
        items,
        sources,
        ...(reading.loaded === undefined || hasErrors(issues) ? {} : { loaded: reading.loaded }),
    }
}

/** Whether there is such a recipient, and whether the account is one of its accounts. */
function checkRecipient(facts: Case, host: Host): readonly Issue[] {
    const path = ["case.yaml", "recipient"]
    const { recipient, issues } = findRecipient(host, facts.recipient, path)
    if (recipient === undefined || platformEn(facts, recipient) !== undefined) return issues
    const params = { platform: facts.account.exchange, recipient: recipient.name.zh }
    return [...issues, issue("case.recipient.other-platform", path, params, "warning")]
}

/** Findings of `case.yaml` with the line they are about. */
function placed(issues: readonly Issue[], at: (path: IssuePath) => IssuePath): Issue[] {
    return issues.map((found) => (found.path[0] === "case.yaml" ? { ...found, path: at(found.path.slice(1)) } : found))
}

function readLock(bytes: Uint8Array | undefined): { lock: EvidenceLock; issues: readonly Issue[] } {
    if (bytes === undefined) return { lock: { entries: [] }, issues: [] }
    const parsed = parseLock(bytes)
    return { lock: parsed.lock ?? { entries: [] }, issues: parsed.issues }
}

/** Labels that the case cites but nobody registered. */
function citations(facts: unknown, labels: ReadonlySet<string>): Issue[] {
    const found: Issue[] = []
    const visit = (value: unknown, path: readonly (string | number)[]): void => {
        if (Array.isArray(value)) value.forEach((item, i) => void visit(item, [...path, i]))
        else if (typeof value === "object" && value !== null)
            for (const [key, member] of Object.entries(value)) visit(member, [...path, key])
        else if (typeof value === "string" && path.includes("evidence") && !labels.has(value))
            found.push(issue("case.evidence.unknown-label", ["case.yaml", ...path], { label: value }))
    }
    visit(facts, [])
    return found
}

/** What `build` makes, before a shell writes it. */
export interface Draft {
    readonly packet: Packet
    /** Loose documents for the folder 交民警/, by their Chinese file names. */
    readonly loose: readonly { readonly name: string; readonly bytes: Uint8Array }[]
    /** Pictures that the victim released to the recipient, as they would go out. */
    readonly released: OutputSize
    /** What the documents could not show, and what is too large, as warnings. */
    readonly issues: readonly Issue[]
}

/** Builds the draft of a case that `checkCase` found free of errors. */
export async function buildDraft(
    checked: CheckedCase & { readonly loaded: LoadedCase },
    host: Host,
    signer: Signer | undefined,
): Promise<Draft> {
    const { loaded } = checked
    const facts = loaded.case
    const at = rfc3339(facts.preparedAt) ?? ""
    const taken = checked.items.filter((item) => item.share !== "none")
    const { items, sources } = await addMaskedCopies(taken, checked.sources, at, host.sha256)
    const recipient = loadRecipient(host, facts.recipient, ["case.yaml", "recipient"])
    const book = await planExhibits(withCopies(items), sources)
    const laws = readLaws(host.asset("legal/laws.yaml"))
    const lettering = letteringOf(host)
    const timeline = timelineChart(facts, lettering)
    const screen = screenChart(facts, lettering)
    // Each becomes `documents/<id>.pdf` and, but for the officer's guide, a part of the dossier.
    const documents: ListedDocument[] = [
        {
            id: "case-statement",
            zh: facts.reporter.capacity === "accuser" ? "控告材料" : "情况说明",
            data: { ...statementView(facts), ...timeline.data },
            images: timeline.images,
        },
        {
            id: "loss-statement",
            zh: "损失计算说明",
            data: { ...lossView(facts), ...screen.data },
            images: screen.images,
        },
        { id: "identifiers", zh: "标识信息表", data: identifiersView(facts) },
        { id: "evidence-list", zh: "电子数据及视听资料清单", data: evidenceListView(facts, items) },
        ...policeDocuments(facts, items, recipient, laws),
        {
            id: "checklist",
            zh: checklistTitle(recipient),
            data: checklistView(facts, facts.ref, recipient, emptyChecklist(recipient), undefined),
        },
        { id: "verify-guide", zh: "材料核对方法", data: verifyGuideView(facts) },
        {
            id: "exhibits",
            zh: "截图及附件汇编",
            data: exhibitBookView(facts, book.entries),
            images: book.images,
        },
    ]
    const setting = { at, ref: facts.ref, head: DRAFT_HEAD, neutral: false }
    const printed = await printDocuments(host, facts, documents, setting)
    const tables = policeIdentifiers(facts)
    const workbook = writeXlsx(tableSheets(tables))
    const approvalPoints = composeDocx(host, {
        template: "zh-CN/approval-points",
        data: approvalPointsView(facts, items, recipient, laws),
        at,
        ref: facts.ref,
        head: DRAFT_HEAD,
    })
    const files: LayerFile[] = [
        packed("case.json", utf8(printJson(withoutPolicePositions(loaded.facts))), "case"),
        packed("evidence.json", utf8(printJson({ items })), "evidence-descriptions"),
        packed("annex/identifiers.xlsx", workbook, "identifiers"),
        packed("annex/approval-points.docx", approvalPoints, "document", "报请要点.docx"),
        packed("annex/identifiers.csv", utf8(identifiersCsv(tables)), "identifiers"),
        ...printed.map(({ id, zh, bytes }) => packed(`documents/${id}.pdf`, bytes, "document", `${zh}.pdf`)),
    ]
    files.push(...evidenceFiles(items, sources))
    const packet = await planPacket({
        kind: "draft",
        ref: facts.ref,
        top: facts.ref,
        createdAt: at,
        tool: host.tool,
        files,
        newHasher: host.sha256,
        ...(signer === undefined ? {} : { signer }),
    })
    const released = measure(releasedSizes(items, sources), recipient.limits?.mailAttachmentsBytes)
    return {
        packet,
        loose: looseDocuments(printed, workbook, approvalPoints),
        released,
        issues: [...book.issues, ...sizeIssues(released, [DESCRIPTION_FILE], "warning")],
    }
}

/** Every file of the evidence as it was received, and the masked copies, which had no name before. */
function evidenceFiles(items: readonly EvidenceItem[], sources: ReadonlyMap<string, ByteSource>): LayerFile[] {
    return withCopies(items).flatMap(({ entry, copyOf }) => {
        const source = sources.get(entry.label)
        if (source === undefined) return []
        const { folder, originalName, category, mediaType } = entry
        const file = { path: packetPath(entry), source, category, mediaType }
        if (copyOf !== undefined) return [{ ...file, role: "masked-copy" }]
        return [{ ...file, role: folder === "exports" ? "export" : "evidence", originalName }]
    })
}

/** 材料核对单: lies beside the ZIP and quotes its hash, so it is made after the ZIP. */
export async function handoverSheet(loaded: LoadedCase, host: Host, packet: HandedOver): Promise<Uint8Array> {
    const facts = loaded.case
    const at = rfc3339(facts.preparedAt) ?? ""
    return (
        await composePdf(host, {
            template: "zh-CN/handover-sheet",
            data: handoverView(facts, packet),
            at,
            ref: facts.ref,
            head: DRAFT_HEAD,
            neutral: false,
        })
    ).bytes
}
