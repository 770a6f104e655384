import { REQUEST_TYPES, type RequestTypeId } from "../../facts/officer/request-types.data.ts"

/** Templates and files that differ by the kind of request. */

/** Template of the Chinese letter. */
export function letterTemplate(type: RequestTypeId): string {
    return type === "disclosure" ? "zh-CN/request-letter" : `zh-CN/letter-${type}`
}

/** Template of the English pages. */
export function requestTemplate(type: RequestTypeId): string {
    return type === "disclosure" ? "en/request" : "en/request-typed"
}

/** The letter to print, have sealed and scan; the same to go on writing in, or to copy into the agency's own form. */
export function letterNames(type: RequestTypeId): { readonly pdf: string; readonly docx: string } {
    const title = `${REQUEST_TYPES[type].title["zh-CN"]}（参考文本）`
    return { pdf: `${title}.pdf`, docx: `${title}.docx` }
}
