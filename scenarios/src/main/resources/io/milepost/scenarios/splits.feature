Feature: Lines that are split in Odoo

  Of 100 the supplier confirms 60 for one day and 40 for another, and the line is split. What the supplier
  says of the line goes on to be about both.

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """
    And the rule
      """
      rule: answer
      expects: ACKNOWLEDGED
      due: {from: start, allowance: 2d}
      """
    And on 2 March 100 are ordered for 10 March

  Scenario: The part has its share of the answer, the first promise and a date of its own
    When on 3 March the supplier confirms 60 for 10 March and 40 for 20 March
    And on 5 March the line is split: 60 stay and 40 become line 2 for 20 March
    Then the line shows
      | confirmed       | 60       |
      | first promise   | 10 March |
      | current promise | 10 March |
    And line 2 shows
      | confirmed       | 40       |
      | first promise   | 10 March |
      | current promise | 20 March |
    When 20 March begins
    Then this is the alert
      | rule    | status | deadline       |
      | in-full | open   | 11 March 00:00 |
    And line 2 has reached ordered and acknowledged

  Scenario: What was late before the split is alerted once
    When 5 March begins
    And on 5 March the supplier confirms 60 for 10 March and 40 for 20 March
    And on 6 March the line is split: 60 stay and 40 become line 2 for 20 March
    And 7 March begins
    Then this is the alert
      | rule   | status  |
      | answer | cleared |

  Scenario: Shipments fill the line first, by when the goods left
    When on 3 March the supplier confirms 60 for 10 March and 40 for 20 March
    And on 5 March the line is split: 60 stay and 40 become line 2 for 20 March
    And on 8 March the supplier ships 50
    And on 15 March the supplier ships 45
    Then the line shows
      | shipped | 60 |
    And line 2 shows
      | shipped | 35 |

  Scenario: Each hears of the shipment that its goods are in
    When on 3 March the supplier confirms 60 for 10 March and 40 for 20 March
    And on 5 March the line is split: 60 stay and 40 become line 2 for 20 March
    And on 8 March the supplier ships 60 under tracking number T1
    And on 9 March the carrier reports tracking number T1 as delivered
    Then the line has reached ordered, acknowledged, shipped and delivered
    And line 2 has reached ordered and acknowledged
    When on 15 March the supplier ships 40 under tracking number T2
    And on 16 March the carrier reports tracking number T2 as in transit
    Then the line has reached ordered, acknowledged, shipped and delivered
    And line 2 has reached ordered, acknowledged, shipped and in transit

  Scenario: The carrier of what is under way is heard by the part as well, also what it said before
    Given the rule
      """
      rule: carrier-silence
      expects: DELIVERED
      startedBy: SHIPPED
      restartedByCarrier: true
      due: {from: start, allowance: 48h}
      """
    When on 3 March the supplier confirms 60 for 10 March and 40 for 20 March
    And on 4 March the supplier ships 70 under tracking number T1
    And on 5 March the carrier reports tracking number T1 as in transit
    And on 6 March the line is split: 60 stay and 40 become line 2 for 20 March
    Then line 2 has reached ordered, acknowledged, shipped and in transit
    When on 7 March 06:00 the carrier reports tracking number T1 as arrived
    And 9 March begins
    Then there is no alert
    When on 9 March 04:00 the carrier reports tracking number T1 as delivered
    And it is 10 March 00:00
    Then there is no alert
    And line 2 has reached ordered, acknowledged, shipped, in transit, arrived and delivered
