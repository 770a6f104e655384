import { expect, test } from "vitest"
import { byName } from "../../../src/base/text/name-order.ts"

test.each([
    [["第1页.jpg", "第2页.jpg", "第10页.jpg"]],
    [["第一页.jpg", "第二页.jpg", "第三页.jpg", "第十页.jpg", "第十一页.jpg", "第二十页.jpg"]],
    [["IMG_0099.jpg", "IMG_0100.jpg", "IMG_1000.jpg"]],
    [["公函 1.png", "公函 2.png", "法律文书.pdf"]],
    [["1.jpg", "01.jpg"].sort()],
    [["a", "a1", "a1b", "ab"]],
])("%j is in order", (names) => {
    expect([...names].reverse().sort(byName)).toEqual(names)
    expect([...names].sort(byName)).toEqual(names)
})
