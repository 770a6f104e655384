import { FILE_RULES } from "./file-rules.ts"
import { FONT_RULES } from "./font-rules.ts"
import { METADATA_RULES } from "./metadata-rules.ts"
import type { PdfFile } from "./pdf-file.ts"
import type { Rule } from "./rule.ts"
import { STRUCTURE_RULES } from "./structure-rules.ts"
import { TABLE_RULES } from "./table-rules.ts"

/**
 * What a program can check of PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1), narrowed to the kind of files that
 * we write: some rules ask more than the standards do. A second opinion, not a validator.
 */
export const RULES: readonly Rule[] = [
    ...FILE_RULES,
    ...METADATA_RULES,
    ...FONT_RULES,
    ...STRUCTURE_RULES,
    ...TABLE_RULES,
]

/** Every breach as `clause: what`; a part that cannot even be read is one. */
export function faultsOf(file: PdfFile): string[] {
    return RULES.flatMap(({ clause, faults }) => {
        try {
            return faults(file).map((fault) => `${clause}: ${fault}`)
        } catch (error) {
            return [`${clause}: ${error instanceof Error ? error.message : String(error)}`]
        }
    })
}
