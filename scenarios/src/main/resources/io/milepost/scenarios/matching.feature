Feature: What matched means

  Scenario Outline: Three-way, <percent> percent or 0.50 more: <price> instead of 5.00 is <outcome>
    Given the rule
      """
      rule: match
      expects: MATCHED
      startedBy: RECEIVED
      due: {from: start, allowance: 30d}
      match:
        kind: three-way
        price: {percent: <percent>, absolute: 0.5, combine: <combine>}
      """
    And on 2 March 10 are ordered for 20 March at 5.00
    When on 18 March 10 are received
    And on 19 March bill B1 is posted for 10 at <price>
    Then the line shows
      | match | <outcome> |

    Examples:
      | percent | combine | price | outcome       |
      | 2       | and     | 5.10  | matched       |
      | 2       | and     | 5.11  | price differs |
      | 2       | or      | 5.50  | matched       |
      | 2       | or      | 5.51  | price differs |

  Scenario: Without terms a price may be off by two percent
    Given on 2 March 10 are ordered for 20 March at 5.00
    When on 18 March 10 are received
    And on 19 March bill B1 is posted for 10 at 5.20
    Then the line has reached ordered, received, invoiced and closed
    And the line shows
      | stage | closed        |
      | match | price differs |

  Scenario: More received than invoiced
    Given on 2 March 10 are ordered for 20 March at 5.00
    When on 18 March 12 are received
    And on 19 March bill B1 is posted for 10 at 5.00
    Then the line shows
      | match | quantity differs |

  Scenario: Five percent less is still as ordered
    Given the rule
      """
      rule: match
      expects: MATCHED
      startedBy: ORDERED
      due: {from: start, allowance: 90d}
      match:
        kind: three-way
        quantity: {percent: 5}
      """
    And on 2 March 100 are ordered for 20 March at 5.00
    When on 18 March 104 are received
    And on 19 March bill B1 is posted for 104 at 5.00
    Then the line shows
      | match | matched |

  Scenario: Two-way: nobody waits for the goods
    Given the rule
      """
      rule: match
      expects: MATCHED
      startedBy: ORDERED
      due: {from: start, allowance: 30d}
      match: {kind: two-way}
      """
    And on 2 March 10 are ordered for 20 March at 5.00
    When on 19 March bill B1 is posted for 10 at 5.00
    Then the line has reached ordered, invoiced, matched and closed
    And the line shows
      | match | matched |

  Scenario: Consignment: nothing is invoiced on receipt
    Given the rule
      """
      rule: match
      expects: MATCHED
      startedBy: ORDERED
      due: {from: start, allowance: 30d}
      match: {kind: consignment}
      """
    And on 2 March 10 are ordered for 20 March at 5.00
    When on 19 March 10 are received
    Then the line has reached ordered, received, matched and closed

  Scenario: Not matched in time
    Given the rule
      """
      rule: match
      expects: MATCHED
      startedBy: RECEIVED
      due: {from: start, allowance: 30d}
      match: {kind: three-way}
      """
    And on 2 March 10 are ordered for 20 March at 5.00
    When on 18 March 10 are received
    And on 19 March bill B1 is posted for 10 at 5.01
    And it is 17 April 12:00
    Then this is the alert
      | rule  | status | deadline       |
      | match | open   | 17 April 12:00 |
