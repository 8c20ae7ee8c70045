import {describe, expect, test} from 'vitest'
import {matchesName} from '../src/anatomy/names/index.js'

describe('a name in Persian letters is found by its domain', () => {
  test.each([
    ['barnama', 'سارا هستم از بارنما در شیراز', 'بارنما'],
    ['tavan-gostar', 'شرکت توان‌گستر جنوب', 'توان‌گستر'],
    ['sabzdasht', 'کار ما در سبز دشت بذر است', 'سبز دشت'],
    ['khoshchap', 'چاپخانه خوش‌چاپ یزد', 'خوش‌چاپ'],
    ['daryayeshomal', 'صید دریای شمال، انزلی', 'دریای شمال'],
    ['moballegh', 'کانون مبلغ', 'مبلغ'],
    ['ghalebsazan', 'ما قالب‌سازان هستیم', 'قالب‌سازان'],
    ['getpooyan', 'تیم پویان', 'پویان']
  ])('%s in %s', (label, text, name) => {
    const span = matchesName(label, text)
    expect(span && text.slice(span.start, span.end)).toBe(name)
  })

  test.each([
    ['barnama', 'برنامه کار ما'],
    ['barnama', 'بار، نما و سقف'],
    ['amin', 'امینی هستم'],
    ['abi', 'آبی'],
    ['tavangostar', 'توان شما'],
    ['pars', 'پرسش']
  ])('%s not in %s', (label, text) => expect(matchesName(label, text)).toBeUndefined())
})
