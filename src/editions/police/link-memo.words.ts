import type { RouteId } from "../../facts/recipients/recipient-schema.ts"
import { numberList } from "../shared/labels.words.ts"

/** Words of 链接与邮箱说明 beside its template. */

/** What an address is for. */
export const USE: Readonly<Record<RouteId | "page" | "questions" | "followUp", string>> = {
    page: "官方页面",
    "existing-account": "已有账号",
    portal: "门户",
    email: "邮箱（提交）",
    questions: "邮箱（询问）",
    followUp: "邮箱（跟进）",
}

/** What whoever opens it, or writes to it, is asked for. */
export const ASKS = {
    page: "只是说明，不填写内容",
    questions: "只问技术问题，不含案件资料",
    followUp: "提交以后询问进展，引用受理编号，不含新的资料",
} as const
const PHOTOS = "民警身份信息和证件图像、案件材料"
const NO_PHOTOS = "民警身份信息、案件材料"
export const asks = (route: RouteId, wantsPhotos: boolean, steps: number | undefined): string =>
    `${wantsPhotos ? PHOTOS : NO_PHOTOS}${route === "portal" && steps !== undefined ? `，共 ${String(steps)} 步，见第三部分` : ""}`

export const NOTHING = "不填写"

export const severalDomains = (domains: readonly string[]): string =>
    `以上地址分属 ${String(domains.length)} 个域名：${domains.join("、")}。各域名由谁运营、相互是什么关系，没有查到收件方自己的说明，请网安核查；去信询问时已列为问题。`
export const oneDomain = (domains: readonly string[]): string =>
    domains.length === 0
        ? "资料中没有可以核查的地址，请先查明收件方的官方页面。"
        : `以上地址同属一个域名：${domains.join("")}。域名由谁运营，请网安核查。`

/** `身份核验 8 步、提交请求 1 步`. */
export const stages = (all: readonly (readonly [name: string, count: number])[]): string =>
    all.map(([name, count]) => `${name} ${String(count)} 步`).join("、")
/** `1、3：来源`. */
export const behind = (numbers: readonly number[], said: string): string => `${numberList(numbers)}：${said}`
