import type { ScanIssues } from "../base/issues/scan.ts"
import type { Words } from "../base/lang.ts"
import type { Messages } from "./message.ts"

/** Scans and photographs of papers. */

/** One file in two places, as instrument and as sealed letter. */
const isOneFile = (p: {
    readonly file: string
    readonly page: number
    readonly first: string
    readonly firstPage: number
}) => p.file === p.first && p.page === p.firstPage

/** A scan, or a page of it. */
export const sheet = ({ file, page }: { readonly file: string; readonly page: number }): Words =>
    page === 0
        ? { "zh-CN": `${file} `, en: file }
        : { "zh-CN": `${file} 第 ${String(page)} 页`, en: `page ${String(page)} of ${file}` }

export const scanIssues: Messages<keyof ScanIssues> = {
    "request.scan.type": (p) => ({
        "zh-CN": { message: `${p.file} 不是 PDF、JPEG 或 PNG 文件`, hint: "请把纸质文件扫描成 PDF，或逐页拍照" },
        en: {
            message: `${p.file} is no PDF, JPEG or PNG`,
            hint: "scan the paper to PDF, or photograph it page by page",
        },
    }),
    "request.scan.no-bytes": (p) => ({
        "zh-CN": {
            message: `${p.file} 是空文件（0 字节）`,
            hint: "可能扫描或者复制没有完成；请重新扫描，或者重新复制",
        },
        en: { message: `${p.file} is an empty file (0 bytes)`, hint: "scan or copy the paper once more" },
    }),
    "request.scan.twice": (p) => ({
        "zh-CN": {
            message: isOneFile(p)
                ? `${p.file} 放了两次`
                : `${sheet(p)["zh-CN"]}与${sheet({ file: p.first, page: p.firstPage })["zh-CN"]}是同一页`,
            hint: isOneFile(p)
                ? "法律文书、盖章公函、同意书各放各的；请去掉放错的那一处"
                : "同一页给了两次，可能缺了另一页；请与原件逐页对照，去掉重复的，补上所缺的",
        },
        en: {
            message: isOneFile(p)
                ? `${p.file} was given twice`
                : `${sheet(p).en} is the same as ${sheet({ file: p.first, page: p.firstPage }).en}`,
            hint: isOneFile(p)
                ? "instrument, sealed letter and consent are papers of their own; take out the one that is in the wrong place"
                : "one page was given twice, and another may be missing; compare with the paper page by page",
        },
    }),
    "request.scan.empty": (p) => ({
        "zh-CN": {
            message: `${sheet(p)["zh-CN"]}上什么也没有`,
            hint: "可能导出时出错，或者多扫了一页；请重新扫描，只留有内容的页",
        },
        en: {
            message: `${sheet(p).en} has nothing on it`,
            hint: "it may have been exported wrongly, or a page too many was scanned; scan again, without empty pages",
        },
    }),
    "request.scan.blank-form": (p) => ({
        "zh-CN": {
            message: `${p.file} 是空白样式，不是盖章文书的扫描件`,
            hint: "空白件供手工办理；用程序办理的，请把第一步生成的公函打印、盖章，再扫描或者逐页拍照",
        },
        en: {
            message: `${p.file} is a blank form and no scan of a sealed paper`,
            hint: "blank forms are filled in by hand; with the program print the letter of the first step, have it sealed, then scan or photograph it",
        },
    }),
    "request.scan.blank": (p) => ({
        "zh-CN": {
            message: `${sheet(p)["zh-CN"]}是空白的，或者几乎只有一种颜色`,
            hint: "可能纸放反了，或者镜头被挡住；请把有字的一面重新扫描或者拍照",
        },
        en: {
            message: `${sheet(p).en} is blank, or almost of one colour`,
            hint: "the sheet may have lain face down, or the lens was covered; scan or photograph the printed side again",
        },
    }),
    "request.scan.small": (p) => ({
        "zh-CN": {
            message: `${sheet(p)["zh-CN"]}太小：短边约 ${String(p.found)} 像素，至少要 ${String(p.least)} 像素`,
            hint: "看不清字，收件方不会受理；请按 200 dpi 以上重新扫描，或者用手机原图，不用聊天软件里压缩过的",
        },
        en: {
            message: `${sheet(p).en} is too small: about ${String(p.found)} pixels on its short side, at least ${String(p.least)} are needed`,
            hint: "nobody can read it: scan it again at 200 dpi or more, or take the phone's own photo, not one that a chat made smaller",
        },
    }),
    "request.scan.too-large": (p) => ({
        "zh-CN": {
            message: `扫描件太大：${p.file} 有 ${(p.bytes / 1_000_000).toFixed(1)} MB，一封邮件的附件最多 ${(p.mailBytes / 1_000_000).toFixed(1)} MB`,
            hint: "请按 200 dpi 重新扫描盖章公函和法律文书，或者逐页拍照（照片由程序缩小）；公函不用重新盖章",
        },
        en: {
            message: `the scans are too large: ${p.file} has ${(p.bytes / 1_000_000).toFixed(1)} MB, the attachments of a mail at most ${(p.mailBytes / 1_000_000).toFixed(1)} MB`,
            hint: "scan letter and legal instrument again at 200 dpi, or photograph them page by page (photographs are made smaller); the letter need not be sealed again",
        },
    }),
    "request.scan.heic": (p) => ({
        "zh-CN": {
            message: `${p.file} 是 HEIC（高效）格式的照片，不能处理`,
            hint: "请在手机上打开后另存为 JPEG，或把纸质文件扫描成 PDF；只改扩展名不起作用",
        },
        en: {
            message: `${p.file} is a HEIC photo, which cannot be read`,
            hint: "save it as JPEG, or scan the paper to PDF; a new extension does not change it",
        },
    }),
}
