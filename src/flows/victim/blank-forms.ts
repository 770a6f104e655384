import type { NamedBytes } from "../../base/bytes.ts"
import type { Host } from "../../base/host.ts"
import type { ByteSource } from "../../base/source.ts"
import { rfc3339 } from "../../base/text/time.ts"
import {
    blankExhibits,
    blankLetterView,
    blankPortalSheet,
    blankQuestion,
    blankRequestView,
    nobody,
    withoutMailboxes,
} from "../../editions/officer/blank-forms.ts"
import { notes } from "../../editions/officer/blank-forms.words.ts"
import { CHINA_CLOCK } from "../../editions/recipient/identifiers.words.ts"
import { questionWay } from "../../editions/recipient/question.ts"
import { exhibitsView, identifierSheets } from "../../editions/recipient/recipient.ts"
import type { EvidenceItem } from "../../editions/shared/evidence-item.ts"
import { tableSheets } from "../../editions/shared/identifiers.ts"
import type { LoadedCase } from "../../facts/case/load.ts"
import { loadDeskOfCase } from "../../facts/recipients/desk-of-case.ts"
import { factsForDesk, factsOfOtherDesk, placeOfAccount } from "../../facts/recipients/platform.ts"
import { windowsText } from "../../typeset/mail/windows-text.ts"
import type { NewSheet } from "../../typeset/office/sheet.ts"
import { writeXlsx } from "../../typeset/office/xlsx-write.ts"
import { BLANK_HEAD, composeDocx, composePdf } from "../print/compose.ts"
import { exhibitImages } from "../print/exhibits.ts"
import { BLANK_NAMES, blankExhibitsName, blankIdentifiersName } from "./names.ts"

/**
 * 空白件, beside the packet: what an officer who may run no program fills in by hand. Every page and sheet says that it is
 * a blank form, and so do the properties of each file, by which it is refused as a sealed paper.
 */

/**
 * @param items - Files whose released form can be printed as it is.
 * @param sources - By label, masked copies included.
 */
export async function blankForms(
    { case: whole }: LoadedCase,
    items: readonly EvidenceItem[],
    sources: ReadonlyMap<string, ByteSource>,
    host: Host,
): Promise<readonly NamedBytes[]> {
    const profile = loadDeskOfCase(host, whole)
    const place = placeOfAccount(host, whole, profile)
    const facts = factsForDesk(host, whole, profile)
    const officer = nobody(facts, factsOfOtherDesk(whole, place))
    const recipient = withoutMailboxes(profile)
    const { ref } = facts
    const exhibits = blankExhibits(items)
    const setting = { at: rfc3339(facts.preparedAt) ?? "", ref, isBlank: true }
    const identifiers = blankIdentifiersName(ref)
    const files: NamedBytes[] = [
        {
            name: identifiers,
            bytes: writeXlsx(sheetsOf(tableSheets(identifierSheets(facts, recipient, officer), [CHINA_CLOCK]))),
        },
    ]
    if (exhibits.length > 0) {
        const images = await exhibitImages(
            exhibits.map(({ item }) => item),
            sources,
        )
        const data = exhibitsView(ref, exhibits, { facts, recipient, officer })
        const { bytes } = await composePdf(host, { template: "en/exhibits", data, ...setting, neutral: true, images })
        files.push({ name: blankExhibitsName(ref), bytes })
    }
    const annexes = files.map(({ name }) => name)
    const letter = {
        template: "zh-CN/request-letter",
        data: blankLetterView(facts, recipient, officer, annexes),
        ...setting,
        foot: "",
    }
    const page = {
        template: "en/blank-request",
        data: blankRequestView(facts, recipient, officer, annexes),
        ...setting,
    }
    const question = blankQuestion(facts, recipient, officer)
    const portal = blankPortalSheet(facts, recipient, officer, annexes)
    const names = {
        ...BLANK_NAMES,
        identifiers,
        exhibits: exhibits.length === 0 ? undefined : blankExhibitsName(ref),
        portal: portal === undefined ? undefined : BLANK_NAMES.portal,
    }
    const text = (lines: readonly string[]): Uint8Array => windowsText(`${[BLANK_HEAD, "", ...lines].join("\n")}\n`)
    if (portal !== undefined) {
        const sheet = { template: "zh-CN/officer-sheet", data: portal, ...setting, neutral: false }
        files.push({ name: BLANK_NAMES.portal, bytes: (await composePdf(host, sheet)).bytes })
    }
    return [
        { name: BLANK_NAMES.notes, bytes: text(notes(names)) },
        { name: BLANK_NAMES.letter, bytes: composeDocx(host, letter) },
        { name: BLANK_NAMES.request, bytes: composeDocx(host, page) },
        ...files,
        {
            name: BLANK_NAMES.inquiry,
            bytes: text([questionWay(recipient), `主题：${question.subject}`, "", question.body]),
        },
    ]
}

/** Sheets with the mark above their heads. */
function sheetsOf(sheets: readonly NewSheet[]): readonly NewSheet[] {
    return sheets.map((sheet) => ({
        ...sheet,
        headerRows: sheet.headerRows + 1,
        rows: [[{ text: BLANK_HEAD, style: "header" }], ...sheet.rows],
        merges: [{ row: 1, fromColumn: 1, toColumn: sheet.widths.length }],
    }))
}
