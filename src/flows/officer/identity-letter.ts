import type { Host } from "../../base/host.ts"
import { type Output, output } from "../../base/output.ts"
import { identityLetterView } from "../../editions/officer/identity-letter.ts"
import { takesIdentityLetter } from "../../facts/checklist/identity-release.ts"
import { composeDocx, composePdf } from "../print/compose.ts"
import { IDENTITY_LETTER_DOCX_NAME, IDENTITY_LETTER_NAME, preparedFolder } from "./names.ts"
import type { Undertaking } from "./undertake.ts"

/** The letter that stands for images of the police ID, as PDF and as text; none where images go or none are asked. */
export async function identityLetter({ input, recipient, ref, at, stem }: Undertaking, host: Host): Promise<Output[]> {
    if (!takesIdentityLetter(recipient, input.officer)) return []
    const data = identityLetterView(recipient, input.officer)
    const text = { template: "zh-CN/identity-letter", data, at, ref }
    const { bytes } = await composePdf(host, { ...text, neutral: true })
    const path = (name: string): string => `${preparedFolder(stem)}/${name}`
    return [
        output("letter", path(IDENTITY_LETTER_NAME), bytes),
        output("letter", path(IDENTITY_LETTER_DOCX_NAME), composeDocx(host, text)),
    ]
}
