import { utf8 } from "../../base/bytes.ts"
import { printJson } from "../../base/canonical-json.ts"
import { sha256Hex } from "../../base/digest.ts"
import type { Host } from "../../base/host.ts"
import { letterView, type Annex as QuotedAnnex } from "../../editions/officer/letter.ts"
import { letterEnglish } from "../../editions/recipient/letter-english.ts"
import { type Enclosure, requestView } from "../../editions/recipient/recipient.ts"
import { enclosuresSchedule } from "../../editions/recipient/typed.ts"
import type { Case } from "../../facts/case/schema.ts"
import { withoutLater } from "../../facts/officer/bound-fields.ts"
import type { Officer } from "../../facts/officer/officer.ts"
import { typeIdOf, typeOf } from "../../facts/officer/request-type.ts"
import { wantsTranslation } from "../../facts/recipients/recipient.ts"
import type { Recipient } from "../../facts/recipients/recipient-schema.ts"
import { collectText } from "../../typeset/document/collect-text.ts"
import { renderModel, templateSources } from "../print/compose.ts"
import { ANNEX_ROLES, type AnnexRole, annexName, requestName } from "./names.ts"
import { letterTemplate, requestTemplate } from "./typed-names.ts"
import type { Undertaking } from "./undertake.ts"

/** What the seal stands for: the words of the letter, those of the English pages, and the annexes. */

/** Text of both papers, a line for each paragraph, without the code and all that comes after the seal. */
export interface SealedTexts {
    readonly letter: string
    readonly request: string
}

/**
 * Makes the texts anew from facts, officer data, profile and templates of this moment.
 *
 * @param isTranslated - Whether the letter has its translation behind it, which is text of the letter.
 */
export function sealedTexts(
    { facts, recipient, ref, input, draft }: Undertaking,
    annexes: readonly QuotedAnnex[],
    host: Host,
    isTranslated = wantsTranslation(recipient),
): SealedTexts {
    const officer = withoutLater(input.officer, draft.loaded.case.preparedAt)
    const letter = letterView(facts, ref, recipient, officer, annexes, "", isTranslated)
    const enclosures = enclosuresOf(ref, officer, annexes)
    const request = requestView(facts, ref, recipient, officer, enclosures, false, draft.ledger)
    const type = typeIdOf(officer)
    // How it was sealed in the end is not known yet.
    const { ownForm: _, ...printed } = officer
    const noScans = { sealed: [], legal: [], consent: [] }
    const added = { ...translationParts(facts, recipient, printed, annexes, isTranslated), ...noScans }
    return {
        letter: collectText(renderModel(host, letterTemplate(type), letter)),
        request: collectText(renderModel(host, requestTemplate(type), { ...request, ...added })),
    }
}

/**
 * What 01-Request says of the letter's translation. Where the scan has as many pages as the letter with its translation
 * the scan shows it. Of a letter in the agency's own form nobody knows, so its text is printed. A letter that an earlier
 * program made without one has a rendering that was never under the seal.
 */
export function translationParts(
    facts: Case,
    recipient: Recipient,
    officer: Officer,
    annexes: readonly QuotedAnnex[],
    isTranslated: boolean,
): object {
    const code = officer.letterCode?.toLowerCase()
    if (!isTranslated) return { rendering: wantsTranslation(recipient) ? { code } : undefined }
    if (officer.ownForm === undefined) return { isTranslated }
    return { translation: letterEnglish(facts, recipient, officer, annexes, code ?? "") }
}

/** 公函核对码: first eight hex digits of SHA-256 over both texts and the annex hashes, in order, each followed by LF. */
export function letterCodeOf({ letter, request }: SealedTexts, annexes: readonly QuotedAnnex[]): string {
    const bound = [letter, request, ...annexes.map(({ sha256 }) => sha256)]
    return sha256Hex(utf8(bound.map((text) => `${text}\n`).join(""))).slice(0, 8)
}

/** What the texts were made with, so that a difference of theirs alone can be told from one of the data. */
export function madeWith(
    { recipient, input }: Undertaking,
    host: Host,
): { readonly templates: string; readonly profile: string } {
    const type = typeIdOf(input.officer)
    const templates = [letterTemplate(type), requestTemplate(type)].flatMap((name) => templateSources(host, name))
    return { templates: sha256Hex(utf8(templates.join("\n"))), profile: sha256Hex(utf8(printJson(recipient))) }
}

/** What an annex is, in the list of enclosures. */
const ANNEX_EN: Readonly<Record<AnnexRole, string>> = {
    identifiers: "Identifiers as text cells",
    "identifiers-csv": "The same as comma-separated text",
    exhibits: "Exhibits",
    "letter-copy": "Editable copy of page 1 and Schedule A",
}

/** The files of the request as its Schedule C lists them. */
export function enclosuresOf(
    ref: string,
    officer: Officer,
    annexes: readonly QuotedAnnex[],
    hasConsent = false,
): readonly Enclosure[] {
    const instrument = typeOf(officer).instrument === undefined ? "" : ", the legal instrument"
    const last = enclosuresSchedule(officer)
    const schedules = last === "B" ? "Schedules A and B" : "Schedules A to C"
    const roleOf = (name: string): AnnexRole | undefined => ANNEX_ROLES.find((role) => annexName(role, ref) === name)
    return [
        {
            name: requestName(ref),
            what: `This request with the letter${instrument}${hasConsent ? ", the consent" : ""} and ${schedules}`,
        },
        ...annexes.map(({ name, sha256 }) => {
            const role = roleOf(name)
            return { name, what: role === undefined ? "" : ANNEX_EN[role], sha256 }
        }),
    ]
}
