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
