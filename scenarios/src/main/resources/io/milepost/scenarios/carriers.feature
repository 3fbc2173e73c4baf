Feature: Which lines a carrier means

  @model-has-no-correlation
  Scenario: Several references for one shipment: each is enough
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under bill of lading B1 and container C1
    When on 17 March the carrier reports container C1 as picked up
    And on 18 March the carrier reports bill of lading B1 as arrived
    Then the line has reached ordered, shipped, picked up and arrived

  @model-has-no-correlation
  Scenario: A carrier that names two shipments means the lines of both
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 20 March    |
      | 2    | 20       | 20 March    |
    And on 16 March the supplier ships 10 of line 1 as S1 under pallet P1
    And on 16 March the supplier ships 20 of line 2 as S2 under pallet P2
    When on 17 March the carrier reports pallet P1 and pallet P2 as picked up
    Then line 1 has reached ordered, shipped and picked up
    And line 2 has reached ordered, shipped and picked up

  @model-has-no-correlation
  Scenario: One link: the carrier told once which container the bill of lading is in
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under bill of lading B1
    When on 17 March the carrier reports bill of lading B1 and container C1 as picked up
    And on 18 March the carrier reports container C1 as arrived
    Then the line has reached ordered, shipped, picked up and arrived

  @model-has-no-correlation
  Scenario: The link comes after the word that it explains
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under bill of lading B1
    When on 17 March the carrier reports container C1 as in transit
    Then the line has reached ordered and shipped
    When on 18 March the carrier reports bill of lading B1 and container C1 as arrived
    Then the line has reached ordered, shipped, in transit and arrived

  @model-has-no-correlation
  Scenario: A link of a link is a guess, and nobody guesses
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 under bill of lading B1
    When on 17 March the carrier reports bill of lading B1 and container C1 as picked up
    And on 17 March the carrier reports container C1 and pallet P1 as in transit
    And on 18 March the carrier reports pallet P1 as arrived
    Then the line has reached ordered, shipped, picked up and in transit

  @model-has-no-correlation
  Scenario: A reference that is used again belongs to the newest shipment that had left
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 12 March    |
      | 2    | 20       | 20 March    |
    And on 5 March the supplier ships 10 of line 1 as S1 under container C1
    And on 16 March the supplier ships 20 of line 2 as S2 under container C1
    When on 10 March, written down on 17 March, the carrier reports container C1 as delivered
    And on 18 March the carrier reports container C1 as in transit
    Then line 1 has reached ordered, shipped and delivered
    And line 2 has reached ordered, shipped and in transit

  @model-has-no-correlation
  Scenario: The newer ship notice comes late, and what was told of the older line is taken back
    Given on 2 March these lines are ordered
      | line | quantity | planned for |
      | 1    | 10       | 12 March    |
      | 2    | 20       | 20 March    |
    And on 5 March the supplier ships 10 of line 1 as S1 under container C1
    When on 17 March the carrier reports container C1 as in transit
    Then line 1 has reached ordered, shipped and in transit
    When on 16 March, written down on 18 March, the supplier ships 20 of line 2 as S2 under container C1
    Then line 1 has reached ordered and shipped
    And line 2 has reached ordered, shipped and in transit

  @model-has-no-correlation
  Scenario: A cancelled ship notice binds nothing any more
    Given on 2 March 10 are ordered for 20 March
    And on 16 March the supplier ships 10 as S1 under container C1
    And on 17 March the carrier reports container C1 as picked up
    Then the line has reached ordered, shipped and picked up
    When on 18 March the supplier cancels ship notice S1
    Then the line has reached ordered
