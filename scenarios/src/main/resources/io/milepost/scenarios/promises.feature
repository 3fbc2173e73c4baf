Feature: What the supplier promises

  Background:
    Given the rule
      """
      rule: in-full
      expects: RECEIVED
      due: {from: current-promise, endOfDay: true}
      """

  Scenario: 50 now and 200 later, in one acknowledgement
    Given on 2 March 250 are ordered for 20 March
    When on 3 March the supplier confirms 50 for 10 March and 200 for 24 March
    Then received is planned for 24 March
    And the line shows
      | confirmed       | 250      |
      | first promise   | 10 March |
      | current promise | 24 March |

  Scenario: 50 now and 200 later, in two acknowledgements
    Given on 2 March 250 are ordered for 20 March
    When on 3 March the supplier confirms 50 for 10 March
    And on 4 March the supplier adds 200 for 24 March
    Then received is planned for 24 March
    And the line shows
      | confirmed       | 250      |
      | first promise   | 10 March |
      | current promise | 24 March |
