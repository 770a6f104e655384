import { describe, expect, test } from "vitest"
import {
    beijingWall,
    compareTimes,
    dayReadings,
    isBefore,
    mayBeSame,
    parseTime,
    parseZone,
    printBeijing,
    printChineseDate,
    printDate,
    printUtc,
    readTime,
    rfc3339,
    type Time,
} from "../../../src/base/text/time.ts"

function time(text: string, zone?: string): Time {
    const parsed = parseTime(text, zone)
    if (typeof parsed === "string") throw new Error(parsed)
    return parsed
}

describe("reading times", () => {
    test.each([
        ["2023-03-21 01:49:08 +08:00", "2023-03-20T17:49:08Z"],
        ["2023-03-21T01:49:08+08:00", "2023-03-20T17:49:08Z"],
        ["2023-03-21 01:49:08 北京时间", "2023-03-20T17:49:08Z"],
        ["2023-03-21 01:49:08（北京时间）", "2023-03-20T17:49:08Z"],
        ["2023-03-20 17:49:08Z", "2023-03-20T17:49:08Z"],
        ["2023-03-20 17:49:08 UTC", "2023-03-20T17:49:08Z"],
        ["2023/3/20 17:49 UTC-5:30", "2023-03-20T23:19:00Z"],
        ["2023年3月21日 01:49 UTC+8", "2023-03-20T17:49:00Z"],
        ["2023-03-20 17:49:08.250 Z", "2023-03-20T17:49:08Z"],
        ["2024-02-29 00:00 Z", "2024-02-29T00:00:00Z"],
        ["２０２３－０３－２１ 01：49 ＋08：00", "2023-03-20T17:49:00Z"],
        ["2023年3月21日 01：49（北京时间）", "2023-03-20T17:49:00Z"],
        ["2023年3月21日1:49 北京时间", "2023-03-20T17:49:00Z"],
        ["20230321 01:49 北京时间", "2023-03-20T17:49:00Z"],
        ["20230321014908 +08:00", "2023-03-20T17:49:08Z"],
        ["202303210149 +08:00", "2023-03-20T17:49:00Z"],
        ["20230321T0149 +08:00", "2023-03-20T17:49:00Z"],
        ["20230320T174908Z", "2023-03-20T17:49:08Z"],
        ["２０２３０３２１　01：49　北京时间", "2023-03-20T17:49:00Z"],
        ["20230320下午3点20分 北京时间", "2023-03-20T07:20:00Z"],
        ["2023.3.21 1:49 北京时间", "2023-03-20T17:49:00Z"],
        ["2023。3。21 1:49 北京时间", "2023-03-20T17:49:00Z"],
        ["2023／3／21 1:49 北京时间", "2023-03-20T17:49:00Z"],
        ["2023–03–21 01:49 北京时间", "2023-03-20T17:49:00Z"],
        ["2023 3 21 01:49 北京时间", "2023-03-20T17:49:00Z"],
        ["23年3月21日 01:49 北京时间", "2023-03-20T17:49:00Z"],
        ["21/3/2023 01:49 +08:00", "2023-03-20T17:49:00Z"],
        ["3/21/2023 1:49 AM +08:00", "2023-03-20T17:49:00Z"],
        ["3/3/2023 01:49 Z", "2023-03-03T01:49:00Z"],
        ["21 March 2023 01:49 +08:00", "2023-03-20T17:49:00Z"],
        ["Mar 20, 2023 5:49 PM UTC", "2023-03-20T17:49:00Z"],
        ["20-Mar-2023 17:49 UTC", "2023-03-20T17:49:00Z"],
        ["2023年3月20日晚上9点半 香港时间", "2023-03-20T13:30:00Z"],
        ["2023年3月20日 下午3:20:05 北京时间", "2023-03-20T07:20:05Z"],
        ["2023.3.20 晚11:20 北京时间", "2023-03-20T15:20:00Z"],
        ["2023年3月20日夜里11点 北京时间", "2023-03-20T15:00:00Z"],
        ["2023年3月21日早6点 北京时间", "2023-03-20T22:00:00Z"],
        ["2023年3月21日凌晨12点05分 东八区", "2023-03-20T16:05:00Z"],
        ["23-03-20 17:49:08 UTC", "2023-03-20T17:49:08Z"],
        ["1679334548000", "2023-03-20T17:49:08Z"],
    ])("%s is %s", (text, expected) => {
        expect(rfc3339(time(text))).toBe(expected)
    })

    test.each([
        ["2023-03-21 01:49:08", "zone-missing"],
        ["2023-03-21", "zone-missing"],
        ["yesterday", "format"],
        ["2023-03-21 12:40 PM +08:00", "format"],
        ["20230321", "zone-missing"],
        ["20231321 01:49 Z", "impossible"],
        ["1679334548", "format"],
        ["23/3/21 01:49 Z", "date-ambiguous"],
        ["3/21/23 Z", "date-ambiguous"],
        ["3/4/2023 北京时间", "date-ambiguous"],
        ["32/3/2023 Z", "impossible"],
        ["3月21日 Z", "format"],
        ["2023年3月21日 晚上9点40", "zone-missing"],
        ["2023年3月21日 晚上12点 北京时间", "format"],
        ["2023年3月21日 夜里2点 北京时间", "format"],
        ["2023年3月21日 晚上1:40 北京时间", "format"],
        ["2023年3月21日 晚上0点 北京时间", "format"],
        ["2023-02-30 10:00 Z", "impossible"],
        ["2023-03-21 24:00 Z", "impossible"],
        ["2023-03-21 01:49 CST", "zone-ambiguous"],
        ["2023-03-21 01:49 +99:00", "zone-unreadable"],
    ])("%s is refused: %s", (text, fault) => {
        expect(parseTime(text)).toBe(fault)
    })

    test("what an ambiguous date can be is told, and nothing of one that is none", () => {
        expect(dayReadings("23/3/21")).toEqual(["2023-03-21", "2021-03-23"])
        expect(dayReadings("约 23．3．21 晚上9点")).toEqual(["2023-03-21", "2021-03-23"])
        expect(dayReadings("3/4/2023")).toEqual(["2023-04-03", "2023-03-04"])
        expect(dayReadings("3/21/23")).toEqual(["2023-03-21"])
        for (const none of ["2023-03-21", "20230321", "昨天", "不清楚", "", "23/13/32"])
            expect(dayReadings(none)).toEqual([])
    })

    test("an unknown zone is admitted, printed and never converted", () => {
        const unknown = time("2023-03-20 21:28:22", "unknown")
        expect(unknown.epochMs).toBeUndefined()
        expect(printBeijing(unknown)).toBe("2023-03-20 21:28:22（时区未注明）")
        expect(printUtc(unknown)).toBe("2023-03-20 21:28:22 (time zone not stated)")
        expect(beijingWall(unknown)).toBeUndefined()
    })
})

describe("a time as far as it is known", () => {
    const known = (text: string, zone?: string): Time => {
        const read = readTime(text, zone)
        if (typeof read === "string") throw new Error(read)
        return read
    }
    test.each([
        ["不清楚", "不清楚", "not known"],
        ["2023-03-21", "2023-03-21", "2023-03-21"],
        ["2023-03-21 北京时间", "2023-03-21（北京时间）", "2023-03-21 (date in UTC+8)"],
        ["约 2023-03-21 01:49 北京时间", "约 2023-03-21 01:49（北京时间）", "about 2023-03-20 17:49 UTC"],
        ["2023年3月21日1点左右", "约 2023-03-21 01:00（时区未注明）", "about 2023-03-21 01:00 (time zone not stated)"],
        [
            "2023-03-21 01:49:08-00:00",
            "2023-03-21 01:49:08（时区未注明）",
            "2023-03-21 01:49:08 (time zone not stated)",
        ],
    ])("%s", (text, beijing, utc) => {
        expect([printBeijing(known(text)), printUtc(known(text))]).toEqual([beijing, utc])
    })
    test("a time that is not known comes last, and dates in letters say so", () => {
        const times = [known("不清楚"), known("2023-03-21")].sort(compareTimes)
        expect(times.map(printChineseDate)).toEqual(["2023年3月21日", "不清楚"])
        expect(printDate(known("不清楚"))).toBe("not known")
    })
    test.each([
        ["2023-03-21 01:00 Z", "2023-03-21 01:00:00 Z", true, false],
        ["2023-03-21 01:00 Z", "2023-03-21 01:00:59 Z", true, false],
        ["2023-03-21 01:00 Z", "2023-03-21 01:01:00 Z", false, true],
        ["约 2023-03-21 01:00 Z", "2023-03-21 01:40:00 Z", true, false],
        ["2023-03-21", "2023-03-21 01:40:00", true, false],
        ["2023-03-21 Z", "2023-03-22 Z", false, true],
    ])("%s and %s: can be the same %s, lies before %s", (a, b, same, before) => {
        expect([mayBeSame(known(a), known(b)), isBefore(known(a), known(b))]).toEqual([same, before])
    })
})

test("both clocks keep the digits that were written", () => {
    const minute = time("2023-03-21 01:49 +08:00")
    expect(printUtc(minute)).toBe("2023-03-20 17:49 UTC")
    expect(printBeijing(time("2023-03-20 17:49:08 Z"))).toBe("2023-03-21 01:49:08（北京时间）")
})

test("dates in letters follow Beijing time", () => {
    const late = time("2023-03-20 17:49:08 Z")
    expect(printChineseDate(late)).toBe("2023年3月21日")
    expect(printDate(late)).toBe("2023-03-21")
})

test("order is by instant, not by wall clock", () => {
    expect(compareTimes(time("2023-03-21 01:00 +08:00"), time("2023-03-20 18:00 Z"))).toBeLessThan(0)
})

test("zones beyond 14 hours do not exist", () => {
    expect(parseZone("+14:00")).toBe(840)
    expect(parseZone("+15:00")).toBeUndefined()
})

test("the day of the week that phones and mails write beside a date goes, and a date that was not that day is none", () => {
    const local = (text: string): unknown => {
        const read = readTime(text)
        return typeof read === "string" ? read : [read.local, read.offsetMinutes]
    }
    expect(local("2023年3月21日 星期二 15:30")).toEqual(["2023-03-21 15:30", undefined])
    expect(local("2023年3月21日（星期二）下午3点半 北京时间")).toEqual(["2023-03-21 15:30", 480])
    expect(local("约 2023-03-21 周二")).toEqual(["2023-03-21", undefined])
    expect(local("Tue, 21 Mar 2023 01:49:08 +0800")).toEqual(["2023-03-21 01:49:08", 480])
    expect(local("Tuesday, March 21, 2023 1:49 AM")).toEqual(["2023-03-21 01:49", undefined])
    expect(local("2023年3月22日 星期二 15:30")).toBe("impossible")
    expect(local("上周二")).toBe("format")
})
