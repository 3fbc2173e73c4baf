Feature: What the warehouse receives, returns and holds

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And on 2 March 10 are ordered for 20 March at 5.00

  Scenario: Received in two parts, in full with the second
    When on 12 March 4 are received
    Then the line has reached ordered
    And the line shows
      | received   | 4  |
      | open value | 30 |
    When on 16 March 6 are received
    Then the line has reached ordered and received
    And received is dated 16 March
    And the line shows
      | received   | 10 |
      | receipts   | 2  |
      | open value | 0  |

  Scenario: Less than ordered is not in full
    When on 16 March 9 are received
    And 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |

  Scenario: More than ordered is in full
    When on 16 March 12 are received
    Then the line has reached ordered and received
    And the line shows
      | received | 12 |
    When 21 March begins
    Then there is no alert

  Scenario: A receipt is reversed
    When on 16 March 10 are received as R1
    And on 17 March receipt R1 is reversed
    Then the line has reached ordered
    And the line shows
      | received          | 0 |
      | receipts          | 1 |
      | receipts reversed | 1 |
    When 21 March begins
    Then this is the alert
      | rule    | status | deadline       |
      | in-full | open   | 21 March 00:00 |

  Scenario: A receipt is reversed and posted again, as it should have been
    When on 16 March 10 are received as R1
    And on 17 March receipt R1 is reversed
    And on 17 March 13:00 9 are received
    And on 18 March 1 is received
    Then the line has reached ordered and received
    And received is dated 18 March

  Scenario: A receipt is corrected
    When on 16 March 10 are received as R1
    And on 17 March receipt R1 is corrected to 8
    Then the line has reached ordered
    And the line shows
      | received | 8 |

  Scenario: Goods go back to the supplier
    When on 16 March 10 are received
    And on 18 March 3 are returned
    Then the line has reached ordered and received
    And the line shows
      | received | 10 |
      | returned | 3  |

  Scenario: A claim is raised and dropped
    When on 16 March 10 are received
    And on 18 March the supplier is told of a claim for 2 as C1
    Then the line shows
      | claimed | 2 |
    When on 20 March the supplier is told that claim C1 is dropped
    Then the line shows
      | claimed | 0 |

  Scenario: A quality hold holds nobody's deadline
    When on 10 March the supplier holds 10 for quality as H1
    Then the line shows
      | held | 10 |
    When 21 March begins
    Then this is the alert
      | rule    | status |
      | in-full | open   |
    When on 21 March the supplier releases hold H1
    Then the line shows
      | held | 0 |

  Scenario: Two receipts arrive in the wrong order
    When on 12 March, written down on 18 March, 4 are received
    And on 16 March, carried to us only on 19 March, 6 are received
    Then the line has reached ordered and received
    And received is dated 16 March
