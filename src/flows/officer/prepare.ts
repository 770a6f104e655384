import { utf8 } from "../../base/bytes.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host } from "../../base/host.ts"
import { type Issue, issue } from "../../base/issue.ts"
import { type Output, output, privateOutput } from "../../base/output.ts"
import { checklistTitle, checklistView, conclusionZh, numbersZh } from "../../editions/officer/checklist.ts"
import { labels } from "../../editions/officer/checklist-cells.ts"
import { letterBlanks, letterView } from "../../editions/officer/letter.ts"
import { CHINA_CLOCK } from "../../editions/recipient/identifiers.words.ts"
import { exhibitsView, identifierSheets, recipientExhibits, requestView } from "../../editions/recipient/recipient.ts"
import { identifiersCsv, tableSheets } from "../../editions/shared/identifiers.ts"
import type { Checklist } from "../../facts/checklist/checklist.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import { measure, type OutputSize } from "../../typeset/mail/budget.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { composeDocx, composePdf } from "../print/compose.ts"
import { exhibitImages } from "../print/exhibits.ts"
import { approvalPoints } from "./approval-points.ts"
import { foreignNote } from "./foreign-note.ts"
import { identityLetter } from "./identity-letter.ts"
import { inquiry } from "./mail.ts"
import {
    type AnnexRole,
    APPROVAL_POINTS_NAME,
    annexName,
    PREPARED_NAME,
    preparedFolder,
    requestName,
    WHAT_LEAVES_NAME,
} from "./names.ts"
import { portalSheets } from "./portal.ts"
import { type Annex, printRecord } from "./prepared-record.ts"
import { letterCodeOf, sealedTexts } from "./sealed-texts.ts"
import { letterNames, letterTemplate } from "./typed-names.ts"
import { checklistOf, missingPhotos, noteSetting, sendSizeIssues, settle, type Undertaking } from "./undertake.ts"
import { leaving, whatLeaves } from "./what-leaves.ts"

/** The officer's half, first step: draft and officer data -> the letter to seal and the annexes it quotes. */

export interface Prepared {
    /** All in one folder, {@link preparedFolder}. */
    readonly outputs: readonly Output[]
    readonly checklist: Checklist
    readonly numbers: { readonly items: string; readonly conditions: string }
    readonly conclusion: string
    readonly letterCode: string
    /** Of the annexes, which are most of what is sent. */
    readonly annexSize: OutputSize
    readonly issues: readonly Issue[]
}

/** Makes the prepared folder. Throws `PacketError` when photos are missing or the annexes are too large for the route. */
export async function prepare(undertaking: Undertaking, host: Host): Promise<Prepared> {
    const { facts, input, recipient, ref, at, stem } = undertaking
    const photoIssues = missingPhotos(undertaking, input.photos.size > 0)
    settle(undertaking, photoIssues)
    const annexFiles = await makeAnnexes(undertaking, host)
    const size = measure(
        annexFiles.map(({ bytes }) => bytes.length),
        recipient.limits?.mailAttachmentsBytes,
    )
    const tooLarge = sendSizeIssues(undertaking, size)
    settle(undertaking, [...photoIssues, ...tooLarge])
    const annexes = annexFiles.map(({ name, bytes }) => ({ name, sha256: sha256Hex(bytes) }))
    const texts = sealedTexts(undertaking, annexes, host)
    const letterCode = letterCodeOf(texts, annexes)
    const names = annexFiles.map(({ name }) => name)
    const checklist = checklistOf(undertaking, names, [])
    const type = typeIdOf(input.officer)
    const letterNamed = letterNames(type)
    const letterText = {
        template: letterTemplate(type),
        data: letterView(facts, ref, recipient, input.officer, annexes, letterCode),
        at,
        ref,
        // An official letter carries the number that the agency gives it, none of the complainant's.
        foot: "",
    }
    const letter = await composePdf(host, { ...letterText, neutral: true })
    const sheet = await composePdf(host, {
        template: "zh-CN/checklist",
        data: checklistView(facts, ref, recipient, checklist, input.officer),
        at,
        ref,
        neutral: false,
    })
    const path = (name: string): string => `${preparedFolder(stem)}/${name}`
    const files = [{ role: "request", name: requestName(ref) } as const, ...annexFiles]
    const note = typeOf(input.officer).provides ? await foreignNote(noteSetting(undertaking), host, letterCode) : []
    const portal = await portalSheets(undertaking, host, checklist, [requestName(ref), ...names])
    return {
        outputs: [
            output("letter", path(letterNamed.pdf), letter.bytes),
            output("letter", path(letterNamed.docx), composeDocx(host, letterText)),
            output("checklist", path(`${checklistTitle(recipient, checklist.itemsAsked)}.pdf`), sheet.bytes),
            output("police", path(WHAT_LEAVES_NAME), await whatLeaves(undertaking, host, checklist, files, letterCode)),
            output(
                "police",
                path(APPROVAL_POINTS_NAME),
                approvalPoints(undertaking, host, leaving(undertaking, checklist, files)),
            ),
            ...note.map(({ name, bytes }) => output("form", path(name), bytes)),
            ...(await identityLetter(undertaking, host)),
            ...portal.map(({ name, bytes }) => privateOutput("portal", path(name), bytes)),
            ...annexFiles.map(({ role, name, bytes }) => output(role, path(name), bytes)),
            ...(input.officer.channelConfirmed === undefined ? [inquiry(undertaking)] : []),
            output("record", path(PREPARED_NAME), printRecord(undertaking, host, { texts, annexes, letter })),
        ],
        checklist,
        numbers: numbersZh(checklist),
        conclusion: conclusionZh(checklist),
        letterCode,
        annexSize: size,
        issues: settle(undertaking, [...blankIssues(undertaking), ...photoIssues, ...tooLarge]),
    }
}

/** What the letter leaves blank: once it is sealed, what is filled in later no longer agrees with it. */
export function blankIssues({ input, recipient }: Undertaking): Issue[] {
    const blanks = letterBlanks(input.officer, wantsTranslation(recipient))
    if (blanks.length === 0) return []
    return [issue("request.letter.blank", [input.file], { fields: labels(blanks) }, "warning")]
}

/** 02-Identifiers; 03-Exhibits where pictures were released; 04-Letter where the desk asks for an editable text. */
async function makeAnnexes(undertaking: Undertaking, host: Host): Promise<Annex[]> {
    const { draft, facts, input, recipient, ref, at } = undertaking
    const annex = (role: AnnexRole, bytes: Uint8Array): Annex => ({ role, name: annexName(role, ref), bytes })
    const tables = identifierSheets(facts, recipient, input.officer)
    const annexes = [annex("identifiers", writeXlsx(tableSheets(tables, [CHINA_CLOCK])))]
    if (recipient.identifiersCsv === "yes") annexes.push(annex("identifiers-csv", utf8(identifiersCsv(tables))))
    const exhibits = recipientExhibits(draft.items, input.officer)
    if (exhibits.length > 0) {
        const images = await exhibitImages(
            exhibits.map(({ item }) => item),
            draft.sources,
        )
        const { bytes } = await composePdf(host, {
            template: "en/exhibits",
            data: exhibitsView(ref, exhibits, { facts, recipient, officer: input.officer }),
            at,
            ref,
            neutral: true,
            images,
        })
        annexes.push(annex("exhibits", bytes))
    }
    if (recipient.letterDocx === "yes") {
        const data = requestView(facts, ref, recipient, input.officer, [], false, draft.ledger)
        annexes.push(annex("letter-copy", composeDocx(host, { template: "en/letter", data, at, ref })))
    }
    return annexes
}
