import type { Case } from "./packet/case.ts"
import { evidenceCases } from "./packet/evidence-cases.ts"
import { validCases, warningCases } from "./packet/fine-cases.ts"
import { folderCases } from "./packet/folder-cases.ts"
import { indexCases } from "./packet/index-cases.ts"
import { layerCases } from "./packet/layer-cases.ts"
import { listCases } from "./packet/list-cases.ts"
import { receivedCases } from "./packet/received-cases.ts"
import { signatureCases } from "./packet/signature-cases.ts"
import { signatureFormCases } from "./packet/signature-form-cases.ts"
import { zipCases } from "./packet/zip-cases.ts"
import { zipNameCases } from "./packet/zip-name-cases.ts"

/** The whole set, of which both the tests and `npm run conformance` are made. */

const FAMILIES: Readonly<Record<string, readonly Case[]>> = {
    valid: validCases,
    warning: warningCases,
    list: listCases,
    folder: folderCases,
    signature: [...signatureCases, ...signatureFormCases],
    index: indexCases,
    layer: layerCases,
    record: [...evidenceCases, ...receivedCases],
    zip: [...zipCases, ...zipNameCases],
}

/** A case by its id, `<family>/<name>`. */
export interface NamedCase extends Case {
    readonly id: string
}

export const allCases: readonly NamedCase[] = Object.entries(FAMILIES).flatMap(([family, cases]) =>
    cases.map((one) => ({ ...one, id: `${family}/${one.name}` })),
)
